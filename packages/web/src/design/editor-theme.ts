import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colours are the page's own variables, which reach into the shadow root: the theme follows by itself. */
const look = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--card)",
    fontSize: "var(--text-sm)",
    border: "1px solid var(--edge)",
    borderRadius: "var(--radius)",
  },
  "&.cm-focused": { outline: "2px solid var(--signal)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": {
    color: "var(--ink-3)",
    backgroundColor: "var(--card)",
    borderRight: "1px solid var(--line)",
    borderRadius: "var(--radius) 0 0 var(--radius)",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--ink) 4%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {
      backgroundColor: "color-mix(in srgb, var(--signal) 26%, transparent)",
    },
  ".cm-searchMatch": { backgroundColor: "var(--due-wash)", outline: "1px solid var(--due)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--signal-wash)" },
});

const panels = EditorView.theme({
  ".cm-panels": {
    color: "var(--ink)",
    backgroundColor: "var(--sunk)",
    borderColor: "var(--line-strong)",
    fontFamily: "var(--font-ui)",
  },
  ".cm-panel input, .cm-panel button, .cm-textfield, .cm-button": {
    color: "var(--ink)",
    backgroundColor: "var(--card)",
    backgroundImage: "none",
    border: "1px solid var(--edge)",
    borderRadius: "4px",
    fontSize: "var(--text-sm)",
  },
  ".cm-panel input:focus-visible, .cm-panel button:focus-visible": {
    outline: "2px solid var(--signal)",
  },
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--card)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    fontSize: "var(--text-sm)",
    maxWidth: "min(44ch, 90vw)",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--ink)",
    backgroundColor: "var(--signal-wash)",
  },
  ".cm-completionDetail": {
    color: "var(--ink-3)",
    fontFamily: "var(--font-ui)",
    fontStyle: "normal",
  },
  ".cm-diagnosticAction": {
    padding: "2px 8px",
    color: "var(--ink)",
    backgroundColor: "var(--card)",
    border: "1px solid var(--edge)",
    borderRadius: "4px",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--lapsed)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--due)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--lapsed)",
    textUnderlineOffset: "4px",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--due)",
    textUnderlineOffset: "4px",
  },
});

/** The signs of the rest of the product, told apart by shape first, instead of the editor's pictures. */
const signs = EditorView.theme({
  ".cm-lint-marker.cm-lint-marker": {
    content: "normal",
    width: "1em",
    height: "auto",
    textAlign: "center",
  },
  ".cm-lint-marker-error::before": { content: '"▲"', color: "var(--lapsed)" },
  ".cm-lint-marker-warning::before": { content: '"◔"', color: "var(--due)" },
});

const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], fontWeight: "550" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--current)" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--due)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
  { tag: tags.invalid, color: "var(--lapsed)" },
]);

/** The same looks as of code that is only shown. */
const codeHighlight = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self],
    color: "var(--code-keyword)",
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-number)" },
  { tag: [tags.comment, tags.meta], color: "var(--ink-3)" },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.className,
      tags.typeName,
    ],
    color: "var(--code-name)",
  },
]);

const frame: Extension = [look, panels, signs];

export const editorTheme: Extension = [frame, syntaxHighlighting(highlight)];
export const codeEditorTheme: Extension = [frame, syntaxHighlighting(codeHighlight)];

/** The page is empty: what is shown comes as JSON and becomes elements, never markup. */
export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><main aria-live="off"></main></body>
</html>
`;

export const pageCss = `:root { color-scheme: light dark; --line: light-dark(#d8d5cf, #3a3935); --soft: light-dark(#f4f2ee, #23221f);
  --good: light-dark(#1d6b3a, #7fce9b); --bad: light-dark(#a3261b, #f0958c); --go: light-dark(#b4480a, #f0914f); }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#fbfaf8, #191816); color: light-dark(#22201c, #e9e6df); }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3, h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
.claim { font-size: 1.1rem; margin: 0 0 1rem; } .quiet { opacity: .7; }
pre { background: var(--soft); padding: .75rem 1rem; overflow-x: auto; border-left: 3px solid var(--line); font-size: .85rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
a { color: inherit; } blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.faults { border: 2px solid var(--bad); padding: .5rem 1rem; margin-bottom: 2rem; } .faults pre { border: 0; padding: 0; background: none; white-space: pre-wrap; }
form { border: 1px solid var(--line); padding: 1rem 1.25rem; margin: 1.25rem 0; } form > p:first-child { margin-top: 0; font-weight: 600; }
label { display: block; margin: .4rem 0; } .lines label { margin: 0; font-family: ui-monospace, monospace; font-size: .85rem; white-space: pre-wrap; }
textarea, input[type=text], select { width: 100%; box-sizing: border-box; font: inherit; padding: .35rem .5rem; } textarea.code { font-family: ui-monospace, monospace; font-size: .85rem; }
input[type=range] { width: 100%; } button { font: inherit; padding: .4rem 1rem; margin-top: .75rem; background: var(--go); color: light-dark(#fff, #191816); border: 0; cursor: pointer; }
.right { color: var(--good); } .wrong { color: var(--bad); } output { display: block; margin-top: .75rem; }
ol.move li { margin: .3rem 0; } ol.move button { background: var(--soft); color: inherit; margin: 0 .25rem 0 0; padding: .1rem .5rem; }
:focus-visible { outline: 2px solid var(--go); outline-offset: 2px; }
`;

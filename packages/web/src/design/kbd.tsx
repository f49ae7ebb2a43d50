import "./kbd.css";

/** Keys as one presses them: `["g", "h"]` one after the other. */
export const Kbd = ({ keys }: { readonly keys: readonly string[] }) => (
  <span className="keys">
    {keys
      .map((key, place) => ({ key, id: keys.slice(0, place + 1).join(" ") }))
      .map(({ key, id }) => (
        <kbd key={id}>{key}</kbd>
      ))}
  </span>
);

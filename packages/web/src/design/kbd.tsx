import "./kbd.css";

/** Keys as one presses them: `["g", "h"]` one after the other. */
export const Kbd = ({ keys }: { readonly keys: readonly string[] }) => (
  <span className="keys">
    {keys.map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);

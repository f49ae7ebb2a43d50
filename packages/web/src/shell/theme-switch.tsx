import { useId } from "react";
import { chooseTheme, themes, useTheme } from "./theme.ts";
import "./theme-switch.css";

const titles = { system: "System", light: "Light", dark: "Dark" } as const;

export const ThemeSwitch = () => {
  const theme = useTheme();
  const name = useId();
  return (
    <fieldset className="theme-switch">
      <legend className="hidden-visually">Colours</legend>
      {themes.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={theme === choice}
            onChange={() => chooseTheme(choice)}
          />
          <span>{titles[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
};

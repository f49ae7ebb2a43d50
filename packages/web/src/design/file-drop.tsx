import { type DragEvent, useId, useState } from "react";
import "./file-drop.css";

type FileDropProps = {
  readonly words: string;
  /** As of the platform's own field: ".json,.yaml". */
  readonly accept: string;
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
};

/** The platform's file field, with room around it to drop a file on. */
export const FileDrop = ({ words, accept, isDisabled, onFile }: FileDropProps) => {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !isDisabled) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <label
      htmlFor={id}
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{words}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isDisabled}
        onChange={(event) => take(event.target.files?.[0])}
      />
    </label>
  );
};

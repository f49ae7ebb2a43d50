import { FileDrop } from "../../design/file-drop.tsx";
import { TextArea } from "../../design/text-area.tsx";

type PrivateKeyFieldProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
};

export const PrivateKeyField = ({ value, onChange, error }: PrivateKeyFieldProps) => (
  <>
    <FileDrop
      words="The private key that GitHub made: choose the PEM file, or drop it here"
      accept=".pem"
      isDisabled={false}
      onFile={(file) => void file.text().then(onChange)}
    />
    <div className="hook-pem">
      <TextArea
        label="Or paste the private key"
        value={value}
        onChange={onChange}
        rows={3}
        placeholder="-----BEGIN RSA PRIVATE KEY-----"
        description="It is stored encrypted and never shown again."
        error={error}
      />
    </div>
  </>
);

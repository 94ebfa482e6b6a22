import { useMessages } from "../../messages/use-messages.ts";

/** Who rehearses or records; nothing begins without a name. */
export function NameField({ by, onChange }: { readonly by: string; readonly onChange: (by: string) => void }) {
  const { implantPage: words } = useMessages();
  return (
    <label>
      {words.name}
      <input
        className="field"
        required
        value={by}
        maxLength={80}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

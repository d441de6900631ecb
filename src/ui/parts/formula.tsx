import classes from "./formula.module.css";

/** `R_j = …` with its indices set below the line. */
export function Formula({ text }: { readonly text: string }) {
  const parts = text.split(/_(\p{L}+)/u);
  return (
    <p className={classes.formula}>
      {parts.map((part, i) => {
        const key = `${i}${part}`;
        return i % 2 === 1 ? <sub key={key}>{part}</sub> : <span key={key}>{part}</span>;
      })}
    </p>
  );
}

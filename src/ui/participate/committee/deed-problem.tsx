import classes from "./committee.module.css";

/** Why the last try did not succeed. */
export function DeedProblem({ problem }: { readonly problem: string }) {
  if (problem === "") return null;
  return (
    <p className={classes.fault} role="alert">
      {problem}
    </p>
  );
}

import { type Failure, FailureError } from "../../../src/core/failure.ts";

/** The failure a call ends with; fails the test when it succeeds or throws anything else. */
export async function failureOf(call: () => unknown): Promise<Failure> {
  try {
    await call();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error("no failure");
}

/**
 * Something that this machine lacks and that the scripts cannot put there. Its message says what is missing and how to
 * get it; an entry script prints it without a stack and ends with exit code 2.
 */
export class SetUpError extends Error {
  name = "SetUpError";
}

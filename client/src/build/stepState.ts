/**
 * `stopped`: its build ended while it ran, since another step failed or the user stopped it; of a stage also when steps are left that never ran.
 * `skipped`: its build ended, and it was not needed or its turn never came.
 */
export type StepState = "waiting" | "running" | "cached" | "done" | "failed" | "stopped" | "skipped";

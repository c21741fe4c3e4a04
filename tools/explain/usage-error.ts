/** A mistake of whoever runs the command: one clear line, exit code 2. */
export class UsageError extends Error {}

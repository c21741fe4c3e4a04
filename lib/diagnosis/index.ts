export { type DiagnosisInput, diagnose } from './diagnose.ts';

export { type Erasable, eraseEverything } from './erase-everything.ts';
export { type ExportContext, exportData, exportFileName } from './export-data.ts';
export type {
  ExportedWorkspace,
  ExportFile,
  ImportData,
  ImportProblem,
} from './export-file.ts';
export { type ImportCounts, type ImportPort, importData } from './import-data.ts';
export { MOST_IMPORT_BYTES, type ParsedImport, parseImport } from './parse-import.ts';
export { type ImportPlan, planImport } from './plan-import.ts';
export { MOST_PART_LENGTH, splitImport } from './split-import.ts';
export {
  type SupportContext,
  type SupportFile,
  supportFile,
  supportFileName,
} from './support-file.ts';

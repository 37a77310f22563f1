export { readCsv } from './csv-read'
export type { CsvTable, FileLimits } from './csv-read'
export { csvHead, csvLines } from './csv-written'

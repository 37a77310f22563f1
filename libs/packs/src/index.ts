export { checkFigures, type FigureGiven, type FigureProblem } from './figures'
export { loadPacks } from './load'
export { languages, levels, type CodeKind, type Language, type Level, type Text } from './pack'
export {
  Packs,
  type ActivityType,
  type DeclaredUnitType,
  type Department,
  type EmployerKind,
  type FigureAsked,
  type Head,
  type Title,
} from './packs'
export { PacksInvalid, type PackProblem, type Rule } from './rules'

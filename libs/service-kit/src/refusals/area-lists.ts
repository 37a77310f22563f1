import { refusals } from './refusal'

/** Refusals about areas over time: new lists of areas, their proposals and what they change. */
export const areaListRefusals = refusals({
  AREA_CODE_BORNE_BEFORE: {
    family: 'CONFLICT',
    zh: {
      message: '代码“{value}”曾是另一个区划的代码，记录中仍以它指那个区划',
      hint: '请核对名录；确实重复使用的，请先去掉这一行办理其余变更，并向编制名录的部门确认。',
    },
    en: {
      message: 'Code “{value}” was another area’s, and still means that one in all records',
      hint: 'Check the list. If the code was really given again, leave the row out, have the rest carried out, and ask who made the list.',
    },
  },
  AREA_CHANGED_LATER_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '区划“{area}”在 {last} 已有变更，不能再登记 {value} 的变更', hint: '以前的事不改写：请用更晚的日期。' },
    en: {
      message: 'Area “{area}” changed on {last}; no change of {value} can be entered',
      hint: 'The past is not rewritten: take a later day.',
    },
  },
  AREA_NOT_IN_FORCE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '区划“{value}”在 {on} 还未设立或已终止', hint: '请选择当日有效的区划，或改日期。' },
    en: { message: 'Area “{value}” is not in force on {on}', hint: 'Choose an area that is, or another day.' },
  },
  AREA_LIST_CITY_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '名录中没有现有的市“{value}”', hint: '新名录要有市一行，并且该市已经导入。第一份名录请用“导入区划”。' },
    en: {
      message: 'The list has no city that is known: “{value}”',
      hint: 'It needs the row of a city that was imported. Import the first list as such.',
    },
  },
  AREA_LIST_TOO_EARLY: {
    family: 'CONFLICT',
    zh: { message: '名录的启用日期 {value} 不晚于最近一次区划变更 {last}', hint: '以前的事不改写：请填写更晚的日期。' },
    en: {
      message: 'The list holds from {value}, not after the last change of areas on {last}',
      hint: 'The past is not rewritten: give a later day.',
    },
  },
  AREA_LIST_THE_SAME: {
    family: 'BAD_USER_INPUT',
    zh: { message: '名录与现有区划完全相同，没有可执行的变更', hint: '请放弃这一方案，或换一份名录。' },
    en: {
      message: 'The list says what is in force already: there is nothing to carry out',
      hint: 'Discard the proposal, or send another list.',
    },
  },
  AREA_LIST_DIFFERS_TOO_MUCH: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '名录与现有区划有 {value} 处不同，最多 {max} 处',
      hint: '请核对是否选错了文件；确是如此大的调整，请分几份名录先后办理。',
    },
    en: {
      message: 'The list differs in {value} places; at most {max} are taken',
      hint: 'Check the file. So large a change comes in by several lists, one after the other.',
    },
  },
  AREA_LIST_LOSES_TOO_MANY: {
    family: 'CONFLICT',
    rule: 'N2.3a',
    zh: {
      message: '名录使 {present} 个区划中的 {value} 个消失且无人承接，其中县级 {counties} 个',
      hint: '多半是名录缺了行：请补全后重新上传，或更正各行。确实如此，请写明事由再同意。',
    },
    en: {
      message: 'By this list {value} of {present} areas are gone with nobody to carry them on, {counties} of them counties',
      hint: 'Most likely rows are missing: send the whole list, or correct the rows. If it is so, accept it with a reason.',
    },
  },
  AREA_PROPOSAL_CLOSED: {
    family: 'CONFLICT',
    zh: { message: '这一方案已经不待决定（{value}）', hint: '要再作变更，请重新上传名录。' },
    en: { message: 'The proposal waits for no decision any more ({value})', hint: 'To change areas again, send a list again.' },
  },
  AREA_PROPOSAL_OUTDATED: {
    family: 'CONFLICT',
    zh: { message: '提出方案以后，区划已有变动', hint: '请重新上传名录，再作比对。' },
    en: { message: 'The areas have changed since the proposal was made', hint: 'Send the list again to have it compared anew.' },
  },
  AREA_PROPOSAL_UNDER_WAY: {
    family: 'CONFLICT',
    zh: { message: '另一份名录的变更正在执行', hint: '请等它办结，再重新上传这份名录。' },
    en: { message: 'The changes of another list are being carried out', hint: 'Wait until they are done, then send this list again.' },
  },
  AREA_CORRECTION_UNFIT: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '“{as}”这种更正的区划或名录代码填得不对',
      hint: '沿用、合并、拆分要同时填原区划和新名录代码；撤销只填原区划；新设只填新名录代码。',
    },
    en: {
      message: 'A correction “{as}” does not take this area or code',
      hint: 'Continued, merged and split take an area and a code of the new list; gone takes the area alone, added the code alone.',
    },
  },
  AREA_NOT_IN_PROPOSAL: {
    family: 'BAD_USER_INPUT',
    zh: { message: '区划“{value}”不在这一方案的变更之中', hint: '请从方案列出的区划中选择。' },
    en: { message: 'Area “{value}” is none that the proposal changes', hint: 'Choose one of those that it names.' },
  },
  AREA_NOT_IN_NEW_LIST: {
    family: 'BAD_USER_INPUT',
    zh: { message: '新名录中没有同一层级的代码“{value}”，或它没有变化', hint: '请填写新名录中同一层级的代码。' },
    en: {
      message: 'The new list has no code “{value}” of that level that could be meant',
      hint: 'Give a code of the new list, of the same level.',
    },
  },
})

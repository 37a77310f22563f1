import { refusals } from './refusal'

/** Refusals about scanned papers. None of them repeats a file's name: people's names stand in it. */
export const paperRefusals = refusals({
  PAPER_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件过大：每个文件最多 {max} 兆字节', hint: '请用 300 点黑白或 200 点灰度重新扫描，或分成几个文件上传。' },
    en: { message: 'The file is too large: at most {max} MB each', hint: 'Scan it anew in black and white, or attach it in parts.' },
  },
  PAPER_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件内容不是 PDF、JPEG 或 PNG，未保存', hint: '请扫描成 PDF，或拍照存成 JPEG、PNG；改文件名不起作用。' },
    en: {
      message: 'The file is no PDF, JPEG or PNG by its content; nothing was kept',
      hint: 'Scan it as PDF, or take a photo; another name does not help.',
    },
  },
  PAPER_EMPTY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件是空的', hint: '请核对文件后重新选择。' },
    en: { message: 'The file is empty', hint: 'Check it, and choose it again.' },
  },
  PAPER_NAME_MISSING: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有写明文件名', hint: "请在 content-disposition 中写明：attachment; filename*=UTF-8''…。" },
    en: { message: 'The file has no name', hint: "Give it in content-disposition: attachment; filename*=UTF-8''…." },
  },
  PAPER_RECORD_UNKNOWN: {
    family: 'NOT_FOUND',
    zh: { message: '没有找到要附上扫描件的记录“{value}”', hint: '刚刚登记的，请过几秒再试；文件没有保存。' },
    en: {
      message: 'There is no record “{value}” to attach it to',
      hint: 'If it was made just now, try again in some seconds; nothing was kept.',
    },
  },
  PAPERS_TOO_MANY: {
    family: 'CONFLICT',
    zh: { message: '这条记录已有 {value} 个扫描件，最多 {max} 个', hint: '请把几页合成一个 PDF，或先撤回不需要的。' },
    en: {
      message: 'This record has {value} papers, {max} at most',
      hint: 'Put several pages into one PDF, or take back what is not needed.',
    },
  },
  PAPER_WITHDRAWN: {
    family: 'CONFLICT',
    rule: 'PIPL Art.47',
    zh: { message: '这个扫描件已经撤回，文件已删除，不能再用', hint: '需要的，请上传另一个文件，如涂去姓名后的扫描件。' },
    en: {
      message: 'This paper was taken back: it is deleted and does not come back',
      hint: 'If one is needed, attach another file, such as one without names.',
    },
  },
  PAPER_NAMES_TOO_MANY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '注明了 {value} 人，最多 {max} 人', hint: '请只注明文件中写有姓名的人员；更多的，请把文件拆开。' },
    en: { message: '{value} persons are marked, {max} at most', hint: 'Mark those alone whom it names, or attach it in parts.' },
  },
})

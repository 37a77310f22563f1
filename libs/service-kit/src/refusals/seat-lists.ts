import { refusals } from './refusal'

/** Refusals about lists of seats that come in as files. */
export const seatListRefusals = refusals({
  BODY_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '编号“{value}”不是这个组织的这一类机构', hint: '请核对组织、机构类别和编号；只有一个这样的机构时，这一格可以留空。' },
    en: {
      message: '“{value}” is the id of no such body of this unit',
      hint: 'Check unit, kind and id; where the unit has one such body alone, the cell may be left empty.',
    },
  },
  BODY_AMBIGUOUS: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '这个组织有 {count} 个这样的机构（{kind}）：{candidates}',
      hint: '请在“机构名称”一格填其中一个的编号（每项末尾的一串）。',
    },
    en: {
      message: 'The unit has {count} such bodies ({kind}): {candidates}',
      hint: 'Give in column body the id of the one that is meant: it ends each of them.',
    },
  },
  BODY_OPENED_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '这个机构已经有了，设立日期是 {registered}，不是“{value}”',
      hint: '请按已有的填写，或把这一格留空；确是另一个工作组的，请用不同的名称。',
    },
    en: {
      message: 'This body is there already, opened on {registered} and not on “{value}”',
      hint: 'Write it as it is there, or leave the cell empty; if another group is meant, give it another name.',
    },
  },
  TERM_NUMBERED_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '这一段时间的一届已经有了，是第 {registered} 届，不是“{value}”',
      hint: '请按已有的填写；确是另一届的，请核对起止日期。',
    },
    en: {
      message: 'The term of these days is there already, with number {registered} and not “{value}”',
      hint: 'Write it as it is there; if another term is meant, check its days.',
    },
  },
  TERM_RUNS_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '第 {number} 届已经有了，这一格是 {registered}，不是“{value}”',
      hint: '请按已有的填写；要提前或者延期换届的，请到机构页面办理。',
    },
    en: {
      message: 'Term {number} is there already, with {registered} and not “{value}”',
      hint: 'Write it as it is there; a congress is held early or put off on the page of the body.',
    },
  },
  RANK_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '职级“{value}”不明',
      hint: '请填主席（会长）、副主席（副会长）、秘书长、常委、委员（理事）、代表、工作队伍成员，领导小组、工作组填组长、副组长、成员、办公室主任。',
    },
    en: {
      message: 'Rank “{value}” is unknown',
      hint: 'Use CHAIR, VICE_CHAIR, SECRETARY_GENERAL, STANDING_COMMITTEE_MEMBER, COMMITTEE_MEMBER, DELEGATE or TEAM_MEMBER; in groups GROUP_LEADER, DEPUTY_GROUP_LEADER, GROUP_MEMBER or OFFICE_HEAD.',
    },
  },
  HOLDING_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N1.1',
    zh: { message: '可用方式“{value}”不明', hint: '请填任职、兼职、挂职，几种都可以的用顿号隔开，如“兼职、挂职”。' },
    en: {
      message: 'Kind of holding “{value}” is unknown',
      hint: 'Use FULL_TIME_OFFICE, PART_TIME_POST or SECONDMENT; put ; between several.',
    },
  },
  SEAT_KEPT_OTHERWISE: {
    family: 'CONFLICT',
    zh: {
      message: '这一届已有职务“{title}”，这一格是“{registered}”，不是“{value}”',
      hint: '请按已有的填写；确是另一个职务的，请用不同的职务名称，如“副主席（兼职）”。',
    },
    en: {
      message: 'The term has a seat “{title}” already, with “{registered}” and not “{value}”',
      hint: 'Write it as it is there; if another seat is meant, give it another title, as “Vice-chair (part-time)”.',
    },
  },
  SEAT_ROW_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '同一届的职务“{value}”，文件第 {other} 行已经写了：保留给谁、所任职务也相同',
      hint: '请合并成一行，把人数填在“名额”里；确是两个职务的，请用不同的职务名称。',
    },
    en: {
      message: 'Seat “{value}” of this term stands in row {other} already, reserved for the same and held by the same post',
      hint: 'Make them one row, with the number in places; if they are two seats, give them two titles.',
    },
  },
})

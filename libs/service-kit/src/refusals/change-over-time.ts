import { refusals } from './refusal'

/** Refusals about changes of the network over time: moves, mergers, splits, and what is asked of them. */
export const changeOverTimeRefusals = refusals({
  UNIT_HELD: {
    family: 'CONFLICT',
    zh: { message: '该组织正在办理另一项变更', hint: '请过一会儿再试，并核对变更之后的情况。' },
    en: { message: 'Another change of this unit is under way', hint: 'Try again in a moment, and look at what that change made of it.' },
  },
  MOVED_OUT_OF_FORCE: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '该组织在 {value} 不能调整隶属：须在成立（{from}）之后、撤销之前', hint: '请改用该组织有效期间的日期。' },
    en: {
      message: 'The unit cannot be moved on {value}: only after it was founded ({from}) and before it is dissolved',
      hint: 'Choose a day on which it is in force.',
    },
  },
  MOVED_LATER_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该组织自 {from} 起已有隶属调整，{value} 不在其后', hint: '请改用更晚的日期，或先撤回那次调整。' },
    en: {
      message: 'The unit was moved from {from} on already, and {value} is not after it',
      hint: 'Choose a later day, or take that move back first.',
    },
  },
  STANDS_THERE_ALREADY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该组织在 {on} 已经隶属于所选的上级', hint: '请选择另一个上级组织。' },
    en: { message: 'The unit stands under that one on {on} already', hint: 'Choose another unit above.' },
  },
  MOVE_LEAVES_PLACE: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: {
      message: '该组织自身没有所在区划，落在{place}；所选的上级既不在其上一级区划，也不覆盖这里',
      hint: '请选择所在或覆盖这里的组织；要迁往别处的，请在新地成立组织，再撤销本组织。',
    },
    en: {
      message: 'The unit has no area of its own and lies in {place}; that unit above neither lies around it nor covers it',
      hint: 'Choose one that does; to go elsewhere, establish a unit there and dissolve this one.',
    },
  },
  PARENT_ENDS_BEFORE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '所选的上级组织定于 {until} 撤销，其后该组织就没有上级了', hint: '请选择继续有效的组织。' },
    en: {
      message: 'The unit above ends on {until}: after that this one would stand under nothing',
      hint: 'Choose a unit that goes on.',
    },
  },
  NOT_THE_LAST_MOVE: {
    family: 'CONFLICT',
    zh: { message: '自 {value} 起的隶属调整不是最后一次', hint: '请先撤回其后的调整；若已撤回，请刷新页面。' },
    en: {
      message: 'The move from {value} is not the last one',
      hint: 'Take back the later ones first; if it was taken back already, reload the page.',
    },
  },
  UNIT_NOT_DISSOLVED: {
    family: 'CONFLICT',
    zh: { message: '该组织没有撤销', hint: '无须恢复；若是刚刚恢复的，请刷新页面。' },
    en: { message: 'The unit is not dissolved', hint: 'There is nothing to take back; if it was done just now, reload the page.' },
  },
  UNIT_GOES_ON_MERGED: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: { message: '该组织于 {on} 并入其他组织（{name}），不是撤销', hint: '合并不能撤回；需要的，请另行成立组织。' },
    en: {
      message: 'The unit was not dissolved, but merged on {on}: “{name}” goes on for it',
      hint: 'A merger is not taken back; where a unit of its own is needed, establish one.',
    },
  },
  REVIVED_UNDER_ENDED_UNIT: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: {
      message: '该组织的上级组织已于或定于 {value} 撤销，恢复以后该组织就没有上级了',
      hint: '上级组织也应恢复的，请先恢复它；否则请另行成立组织。',
    },
    en: {
      message: 'The unit above ended or is to end on {value}: brought back, this one would stand under nothing',
      hint: 'Take the end of that one back first if it was a mistake, too; otherwise establish a unit anew.',
    },
  },
  MERGER_OF_SO_MANY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '一次合并可以并入 1 至 {max} 个组织，现为 {value} 个', hint: '请选择被并入的组织；更多的请分几次办理。' },
    en: { message: 'A merger takes in 1 to {max} units, not {value}', hint: 'Choose those that end; more of them in several mergers.' },
  },
  MERGED_INTO_ITSELF: {
    family: 'BAD_USER_INPUT',
    zh: { message: '保留的组织不能同时是被并入的组织', hint: '请从被并入的组织中去掉它。' },
    en: { message: 'The unit that goes on cannot be one of those that end', hint: 'Take it off the list of those that end.' },
  },
  MERGER_OF_TYPES: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '“{type}”类组织不能并入“{into}”类组织', hint: '只有同类组织可以合并；请改选组织。' },
    en: { message: 'A unit of type “{type}” cannot be merged into one of type “{into}”', hint: 'Choose units of one type.' },
  },
  SUCCESSOR_ENDS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '保留的组织定于 {until} 撤销', hint: '请选择继续有效的组织。' },
    en: { message: 'The unit that is to go on ends on {until}', hint: 'Choose one that goes on.' },
  },
  MERGER_MEETS_LATER_MOVE: {
    family: 'CONFLICT',
    zh: {
      message: '其下有组织在 {from} 才成立或另有隶属调整，不能在 {value} 随之转入',
      hint: '请先撤回那次调整或为其另定上级，或改用其后的合并日期。',
    },
    en: {
      message: 'A unit below begins or moves on {from}, and cannot go along on {value}',
      hint: 'Take that move back or put the unit elsewhere first, or merge on a later day.',
    },
  },
  UNIT_TAKES_PART_LATER: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: {
      message: '该组织自 {from} 起承接或移交区划，在 {value} 不能撤销或并入其他组织',
      hint: '请改用 {from} 之后的日期。',
    },
    en: {
      message: 'The unit takes over or hands over areas from {from} on, and cannot end on {value}',
      hint: 'Choose a day after {from}.',
    },
  },
  SPLIT_INTO_NONE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有说明由哪个组织承接', hint: '请至少选择一个承接的组织；要拆成新组织的，请先成立它。' },
    en: { message: 'No unit is named that takes over', hint: 'Choose at least one; a new one is established first.' },
  },
  SPLIT_OF_SO_MANY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '一次拆分的承接组织、区划或下级组织至多 {max} 个，现为 {value} 个', hint: '请分几次办理。' },
    en: { message: 'A split names at most {max} of these at once, not {value}', hint: 'Do it in several splits.' },
  },
  SPLIT_UNIT_ENDS: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: {
      message: '该组织定于 {until} 撤销或并入其他组织，不能再拆分',
      hint: '误撤的请先恢复；已并入其他组织的，请从承接它的组织拆分。',
    },
    en: {
      message: 'The unit ends on {until}, by a dissolution or a merger, and is not split any more',
      hint: 'Take the dissolution back first if it was a mistake; after a merger, split the unit that goes on.',
    },
  },
  SPLIT_OF_OWN_AREA: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '{value} 是该组织自身所在的区划，不能移交', hint: '请去掉这个区划；整个组织都要转出的，请办理合并。' },
    en: {
      message: 'Area {value} is the one that the unit is seated in, and stays with it',
      hint: 'Leave it out; a unit that goes over as a whole is merged.',
    },
  },
  SPLIT_OF_AREA_NOT_COVERED: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '该组织在 {on} 不覆盖区划 {value}', hint: '请去掉这个区划，或改用它覆盖该区划的日期。' },
    en: { message: 'The unit does not cover area {value} on {on}', hint: 'Leave it out, or choose a day on which it does.' },
  },
  AREA_HANDED_OVER_LATER: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: {
      message: '区划 {value} 自 {from} 起已定由该组织移交出去',
      hint: '请去掉这个区划，或改用 {from} 之后的日期、从承接它的组织拆分。',
    },
    en: {
      message: 'Area {value} is handed over by that unit from {from} on already',
      hint: 'Leave it out, or split the unit that has it after {from}.',
    },
  },
  SPLIT_GIVES_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '{value} 同时移交给两个组织', hint: '请只留给其中一个。' },
    en: { message: '{value} is handed over to two units at once', hint: 'Leave it with one of them.' },
  },
  SPLIT_HANDS_OVER_NOTHING: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有说明向承接的组织移交哪些区划', hint: '请至少选择一个区划；只转下级组织的，请调整它们的隶属。' },
    en: {
      message: 'No area is named that this unit takes over',
      hint: 'Choose at least one; where only units below go over, move them.',
    },
  },
  SPLIT_INTO_ITSELF: {
    family: 'BAD_USER_INPUT',
    zh: { message: '被拆分的组织不能由自己承接', hint: '请选择另一个承接的组织。' },
    en: { message: 'The unit that is split cannot take over from itself', hint: 'Choose another one.' },
  },
  SPLIT_OF_TYPES: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '“{from}”类组织不能拆分到“{type}”类组织', hint: '只能由同类组织承接；请改选组织。' },
    en: { message: 'A unit of type “{from}” cannot hand areas over to one of type “{type}”', hint: 'Choose units of the same type.' },
  },
  SPLIT_SUCCESSOR_ENDS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '承接的组织定于 {until} 撤销', hint: '请选择继续有效的组织。' },
    en: { message: 'The unit that is to take over ends on {until}', hint: 'Choose one that goes on.' },
  },
  SPLIT_OF_UNIT_NOT_BELOW: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '所选的组织在 {on} 不是被拆分组织的下级组织', hint: '请去掉它，或核对日期；它的隶属可以另行调整。' },
    en: {
      message: 'That unit does not stand below the one that is split on {on}',
      hint: 'Leave it out, or check the day; it can be moved by itself.',
    },
  },
  SPLIT_MEETS_LATER_MOVE: {
    family: 'CONFLICT',
    rule: 'N2.3',
    zh: {
      message: '要转入的下级组织在 {from} 才成立或另有隶属调整，不能在 {value} 随之转入',
      hint: '请先撤回那次调整，或不选它，或改用其后的拆分日期。',
    },
    en: {
      message: 'A unit that is to go along begins or moves on {from}, and cannot go along on {value}',
      hint: 'Take that move back first, leave it out, or split on a later day.',
    },
  },
  SPLIT_LEAVES_BELOW: {
    family: 'CONFLICT',
    rule: 'N2.3d',
    zh: {
      message: '该下级组织落在移交的区划{place}，没有自己的区划，不能留在原组织之下',
      hint: '请让它随之转入承接的组织，或先为它另定上级。',
    },
    en: {
      message: 'That unit below lies in {place}, which is handed over, has no area of its own, and cannot stay below the unit',
      hint: 'Let it go along to the one that takes over, or put it under another unit first.',
    },
  },
  CHANGES_END_BEFORE_THEY_START: {
    family: 'BAD_USER_INPUT',
    zh: { message: '所比较的后一天 {value} 早于前一天 {from}', hint: '请核对两个日期。' },
    en: { message: 'The second day {value} comes before the first, {from}', hint: 'Check both days.' },
  },
  CHANGES_OVER_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '所比较的两天相隔超过 {max} 年', hint: '请选择较近的两天，或分段比较。' },
    en: { message: 'The two days are more than {max} years apart', hint: 'Choose days that are closer, or compare in parts.' },
  },
})

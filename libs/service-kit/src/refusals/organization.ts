import { refusals } from './refusal'

/** Refusals about the network: areas, employers, units, bodies, terms and seats. */
export const organizationRefusals = refusals({
  AREA_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '区划代码“{value}”不在名录中', hint: '请从名录中选择，或先导入区划。' },
    en: { message: 'Area code “{value}” is not in the list', hint: 'Choose from the list, or import the areas first.' },
  },
  AREA_LEVEL_WRONG: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '区划“{value}”的层级是 {actual}，这里需要 {expected}', hint: '请选择同一层级的区划。' },
    en: { message: 'Area “{value}” is of level {actual}; {expected} is needed here', hint: 'Choose an area of that level.' },
  },
  AREA_PLACEHOLDER: {
    family: 'BAD_USER_INPUT',
    zh: { message: '区划“{value}”只是代码表中的占位行', hint: '请选择真实的区划。' },
    en: { message: 'Area “{value}” only holds a place in the code list', hint: 'Choose a real area.' },
  },
  AREA_CODE_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '区划代码“{value}”与层级 {level} 不符：市 4 或 6 位，县 6 位，乡镇街道 9 位，村社区 12 位',
      hint: '请核对代码和层级两列。',
    },
    en: {
      message: 'Area code “{value}” does not fit level {level}: city 4 or 6 digits, county 6, town 9, village 12',
      hint: 'Check the columns code and level.',
    },
  },
  AREA_CODE_ROUNDED: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '“{value}”是表格软件改写过的区划代码，末几位已经丢失',
      hint: '请先把这一列设为“文本”格式，再从原表重新填写。',
    },
    en: {
      message: '“{value}” is an area code that a spreadsheet rounded: its last digits are gone',
      hint: 'Set the column to “text” first, then take it from the original again.',
    },
  },
  AREA_CODE_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '区划代码“{value}”在文件中出现两次（另见第 {other} 行）', hint: '请删去重复的一行。' },
    en: { message: 'Area code “{value}” stands twice in the file (also line {other})', hint: 'Remove one of the lines.' },
  },
  AREA_LEVEL_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '层级“{value}”不明', hint: '请填 city、county、town 或 village。' },
    en: { message: 'Level “{value}” is unknown', hint: 'Use city, county, town or village.' },
  },
  AREA_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '类别“{value}”不明或与层级 {level} 不符',
      hint: '乡镇街道：subdistrict、town、township、quasi；村社区：community、village、quasi-community、quasi-village；市县留空。',
    },
    en: {
      message: 'Kind “{value}” is unknown or does not fit level {level}',
      hint: 'Towns: subdistrict, town, township, quasi; villages: community, village, quasi-community, quasi-village; none for city and county.',
    },
  },
  AREA_FLAG_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '标记“{value}”不明', hint: '请填 placeholder 或留空。' },
    en: { message: 'Flag “{value}” is unknown', hint: 'Use placeholder, or leave it empty.' },
  },
  AREA_PARENT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '上级区划“{value}”既不在文件中，也不在名录中', hint: '请补上上级区划，或更正上级代码。' },
    en: { message: 'Area above “{value}” is neither in the file nor in the list', hint: 'Add it, or mend its code.' },
  },
  AREA_PARENT_WRONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '上级区划“{value}”应高一级，且其代码是本代码的开头', hint: '请核对上级代码。' },
    en: {
      message: 'Area above “{value}” must be one level up, and its code the beginning of this one',
      hint: 'Check the code of the area above.',
    },
  },
  AREA_DIFFERS: {
    family: 'CONFLICT',
    zh: {
      message: '区划“{value}”已在名录中，但内容不同（{fields}）',
      hint: '导入不改变已有区划：请更正文件；新一年的名录请用“区划变更”。',
    },
    en: {
      message: 'Area “{value}” is in the list with other content ({fields})',
      hint: 'An import changes no area: mend the file, or send a new year’s list under “Changes of areas”.',
    },
  },
  EMPLOYER_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '单位类别“{value}”不在部门包中', hint: '请从单位类别中选择。' },
    en: { message: 'Kind of employer “{value}” is in no pack', hint: 'Choose one of the kinds.' },
  },
  CREDIT_CODE_INVALID: {
    family: 'BAD_USER_INPUT',
    rule: 'GB 32100-2015',
    zh: { message: '统一社会信用代码“{value}”有误：应为 18 位，且校验码相符', hint: '请对照证书逐位核对。' },
    en: {
      message: 'Social credit code “{value}” is wrong: 18 characters with a fitting check character',
      hint: 'Compare it with the certificate.',
    },
  },
  CREDIT_CODE_TAKEN: {
    family: 'CONFLICT',
    zh: { message: '统一社会信用代码已登记给另一单位', hint: '请在单位列表中按代码查找。' },
    en: { message: 'The social credit code belongs to another employer', hint: 'Look for it in the list of employers.' },
  },
  UNIT_TYPE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '组织类型“{value}”不在目录中', hint: '请从组织类型中选择。' },
    en: { message: 'Unit type “{value}” is not in the catalogue', hint: 'Choose one of the types.' },
  },
  UNIT_NEEDS_AREA: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3a',
    zh: { message: '“{type}”类组织须有所在区划', hint: '请选择它所覆盖的区划。' },
    en: { message: 'A unit of type “{type}” needs an area', hint: 'Choose the area that it covers.' },
  },
  PARENT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有找到上级组织“{value}”', hint: '请从组织列表中选择，或暂不填写。' },
    en: { message: 'No unit “{value}” to stand under', hint: 'Choose from the list of units, or leave it out.' },
  },
  PARENT_TYPE_NOT_ALLOWED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{type}”类组织不能挂靠在“{parentType}”之下', hint: '可挂靠：{allowed}。' },
    en: { message: 'A unit of type “{type}” may not stand under “{parentType}”', hint: 'Allowed: {allowed}.' },
  },
  PARENT_NOT_IN_FORCE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '上级组织在 {value} 尚未成立或已撤销', hint: '请改日期，或选择当日有效的组织。' },
    en: { message: 'The unit above is not in force on {value}', hint: 'Change the day, or choose a unit in force then.' },
  },
  HOST_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '依托组建须指明依托单位', hint: '请选择依托单位，或改用其他组建方式。' },
    en: { message: 'A hosted unit needs a host', hint: 'Name the host, or choose another formation mode.' },
  },
  HOST_NOT_EXPECTED: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '只有依托组建才填依托单位', hint: '请清空依托单位，或改为依托组建。' },
    en: { message: 'Only a hosted unit has a host', hint: 'Clear the host, or choose HOSTED.' },
  },
  JOINT_ONLY_BY_AREA: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3d',
    zh: { message: '只有区域联建才能同时覆盖其他区划', hint: '请改为区域联建，或清空联建区划。' },
    en: { message: 'Only a joint foundation by area covers further areas', hint: 'Choose JOINT_BY_AREA, or clear the further areas.' },
  },
  UNIT_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有找到组织“{value}”', hint: '请从组织列表中选择。' },
    en: { message: 'No unit “{value}”', hint: 'Choose from the list of units.' },
  },
  UNIT_NOT_IN_FORCE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该组织在 {value} 尚未成立或已撤销', hint: '请改日期，或选择当日有效的组织。' },
    en: { message: 'The unit is not in force on {value}', hint: 'Change the day, or choose a unit in force then.' },
  },
  DISSOLVED_BEFORE_ESTABLISHED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '撤销日期 {value} 须晚于成立日期 {from}', hint: '请填写成立之后的日期。' },
    en: { message: 'Dissolved on {value}, but established on {from}', hint: 'Give a day after it was established.' },
  },
  RENAMED_OUT_OF_FORCE: {
    family: 'BAD_USER_INPUT',
    rule: 'N2.3',
    zh: { message: '该组织在 {value} 不能更名：更名须在成立之后（{from} 成立）、撤销之前', hint: '请改用成立之后的日期。' },
    en: {
      message: 'The unit cannot be renamed on {value}: only after it was founded ({from}) and before it is dissolved',
      hint: 'Choose a later day.',
    },
  },
  RENAMED_LATER_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该组织自 {from} 起已有更名，{value} 不在其后', hint: '请改用更晚的日期，或先撤回那次更名。' },
    en: {
      message: 'The unit was renamed from {from} on already, and {value} is not after it',
      hint: 'Choose a later day, or take that renaming back first.',
    },
  },
  NAME_BORNE_ALREADY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该组织当日的名称已经是“{value}”', hint: '请填写新的名称。' },
    en: { message: 'The unit is called “{value}” on that day already', hint: 'Fill in another name.' },
  },
  NOT_THE_LAST_RENAMING: {
    family: 'CONFLICT',
    zh: { message: '自 {value} 起的更名不是最后一次更名', hint: '请先撤回其后的更名；若已撤回，请刷新页面。' },
    en: {
      message: 'The renaming from {value} is not the last one',
      hint: 'Take back the later ones first; if it was taken back already, reload the page.',
    },
  },
  UNIT_DISSOLVED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该组织已于 {value} 撤销', hint: '无须再次撤销。' },
    en: { message: 'The unit was dissolved on {value} already', hint: 'Nothing is left to do.' },
  },
  UNIT_HAS_UNITS_BELOW: {
    family: 'CONFLICT',
    zh: { message: '该组织之下还有 {count} 个组织', hint: '请先撤销或改挂这些组织。' },
    en: { message: '{count} units stand below this one', hint: 'Dissolve them, or put them elsewhere first.' },
  },
  UNIT_HAS_SEATS_HELD: {
    family: 'CONFLICT',
    zh: { message: '该组织在 {value} 及以后还有 {count} 个职务在任', hint: '请先办理免职。' },
    en: { message: '{count} seats of the unit are still held on or after {value}', hint: 'End these appointments first.' },
  },
  UNIT_IS_PILOT: {
    family: 'CONFLICT',
    zh: { message: '该组织在 {value} 及以后还是试点', hint: '请先终止试点。' },
    en: { message: 'The unit is a pilot on or after {value}', hint: 'End its designation first.' },
  },
  UNIT_COVERS_EMPLOYERS: {
    family: 'CONFLICT',
    rule: 'N2.3d',
    zh: { message: '该组织在 {value} 及以后还覆盖 {count} 个单位', hint: '请先在组织页面的“覆盖的单位”中逐一终止。' },
    en: { message: 'The unit still covers {count} employers on or after {value}', hint: 'End these covers on the unit’s page first.' },
  },
  BODY_KIND_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '机构类别“{value}”不在目录中', hint: '请从机构类别中选择。' },
    en: { message: 'Kind of body “{value}” is not in the catalogue', hint: 'Choose one of the kinds.' },
  },
  TERM_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '届满日期 {value} 须晚于开始日期 {from}', hint: '请核对起止日期。' },
    en: { message: 'The term ends on {value}, before or on its first day {from}', hint: 'Check both days.' },
  },
  TERM_BEFORE_BODY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '本届自 {value} 起，早于机构设立日 {opened}', hint: '请填写机构设立之后的日期。' },
    en: { message: 'The term starts on {value}, before the body was opened on {opened}', hint: 'Give a later day.' },
  },
  TERM_OVERLAPS: {
    family: 'CONFLICT',
    zh: { message: '与第 {number} 届（{from} 至 {until}）时间重叠', hint: '同一机构同一时间只能有一届。' },
    en: { message: 'It overlaps term {number} ({from} to {until})', hint: 'A body has one term at a time.' },
  },
  TERM_NUMBER_TAKEN: {
    family: 'CONFLICT',
    zh: { message: '第 {value} 届已存在', hint: '请用下一届次。' },
    en: { message: 'Term {value} exists already', hint: 'Use the next number.' },
  },
  TERM_NUMBER_OUT_OF_RANGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '届次“{value}”超出范围（1 至 999）', hint: '请填写 1 至 999 的整数。' },
    en: { message: 'Term “{value}” is out of range (1 to 999)', hint: 'Give a whole number from 1 to 999.' },
  },
  TERM_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '该机构没有第 {value} 届', hint: '请先开始这一届。' },
    en: { message: 'The body has no term {value}', hint: 'Open that term first.' },
  },
  SEAT_KINDS_MISSING: {
    family: 'BAD_USER_INPUT',
    rule: 'N1.1',
    zh: { message: '职务至少要允许一种任职方式', hint: '请从任职、兼职、挂职中选择。' },
    en: { message: 'A seat allows at least one kind of holding', hint: 'Choose among full office, part-time post, secondment.' },
  },
  SEAT_PLACES_OUT_OF_RANGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '名额“{value}”超出范围（1 至 200）', hint: '请填写 1 至 200 的整数。' },
    en: { message: 'Places “{value}” are out of range (1 to 200)', hint: 'Give a whole number from 1 to 200.' },
  },
  HEAD_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    rule: 'N1.1',
    zh: { message: '四长类别“{value}”不在部门包中', hint: '请从四长类别中选择。' },
    en: { message: 'Head “{value}” is in no pack', hint: 'Choose one of the heads.' },
  },
})

// Written by `node tools/run.mjs generate`: change its source, not this file.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. Intervals run from the first day up to, not including, the last. */
  LocalDate: { input: string; output: string; }
  /** Point in time, RFC 3339. */
  Instant: { input: string; output: string; }
  /** 区划代码: statistical code of an area, 2 to 12 digits. */
  AreaCode: { input: string; output: string; }
  /** Whole number, 0 or more. */
  Count: { input: number; output: number; }
  /** Opaque, signed place in a list; it belongs to one filter and one caller. */
  Cursor: { input: string; output: string; }
};

/** 层级: the level of an area or of the body that serves it. */
export type Level =
  /** 市 city */
  | 'CITY'
  /** 县（市、区） county, county-level city or district */
  | 'COUNTY'
  /** 乡镇、街道 town, township or street */
  | 'TOWN'
  /** 村、社区 village or community */
  | 'VILLAGE';

/** 任职、兼职、挂职: the three ways to hold a post (N1.1). */
export type HoldingKind =
  /** 任职: full office; the personnel relation is with the association */
  | 'FULL_TIME_OFFICE'
  /** 兼职: part-time post; the home job goes on */
  | 'PART_TIME_POST'
  /** 挂职: secondment for a time; not tied to the term of the body */
  | 'SECONDMENT';

/** 职级: rank of a seat in a body. */
export type Rank =
  /** 主席、会长、理事长 chair */
  | 'CHAIR'
  /** 副主席、副会长 vice-chair */
  | 'VICE_CHAIR'
  /** 秘书长 secretary-general */
  | 'SECRETARY_GENERAL'
  /** 常委、常务理事 standing-committee member */
  | 'STANDING_COMMITTEE_MEMBER'
  /** 委员、理事 committee member */
  | 'COMMITTEE_MEMBER'
  /** 代表 delegate */
  | 'DELEGATE'
  /** 工作队伍成员 member of the working team (N2.1c) */
  | 'TEAM_MEMBER'
  /** 组长 leader of a leading or working group (A1) */
  | 'GROUP_LEADER'
  /** 副组长 deputy leader of a group */
  | 'DEPUTY_GROUP_LEADER'
  /** 成员 member of a group */
  | 'GROUP_MEMBER'
  /** 办公室主任 head of a group's office */
  | 'OFFICE_HEAD';

/** 方案状态: where a proposal stands. */
export type AreaProposalStanding =
  /** 待决定 waits for a yes */
  | 'OPEN'
  /** 执行中 accepted, is being carried out */
  | 'ACCEPTED'
  /** 已办结 carried out */
  | 'CARRIED_OUT'
  /** 已放弃 put away */
  | 'DISCARDED'
  /** 已失效 areas changed before it was begun; nothing was carried out */
  | 'OUTDATED';

/** 变更类别: what a list makes of an area. */
export type AreaChangeKind =
  /** 新设 new */
  | 'ADDED'
  /** 更名 another name */
  | 'RENAMED'
  /** 代码变更 another code, often with another name or kind (撤镇设街道) */
  | 'RECODED'
  /** 类别变更 another kind */
  | 'RECLASSIFIED'
  /** 并入 became part of another */
  | 'MERGED'
  /** 拆分 a part of what was another; or, without a row of the list, split up */
  | 'SPLIT'
  /** 划转 lies in another area now */
  | 'MOVED'
  /** 撤销 gone, with nobody to carry it on */
  | 'GONE';

/** 更正方式: what is known better. */
export type AreaCorrection =
  /** 沿用 the area goes on as this row */
  | 'CONTINUED'
  /** 并入 the area became part of that of this row */
  | 'MERGED'
  /** 撤销 the area is gone */
  | 'GONE'
  /** 拆出 the row is a part of what was the area */
  | 'SPLIT'
  /** 新设 the row is a new area */
  | 'ADDED';

/** 更正 how an area or a row is to be understood. */
export type CorrectAreaProposalInput = {
  /** The proposal */
  proposalId: Scalars['ID']['input'];
  /** 更正方式 as what */
  as: AreaCorrection;
  /** 现有区划 the area by its first code; for all but ADDED */
  area?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 新名录代码 code of the new list; for all but GONE */
  listCode?: InputMaybe<Scalars['AreaCode']['input']>;
};

/** 同意 what is said with a yes. */
export type AcceptAreaProposalInput = {
  /** The proposal */
  proposalId: Scalars['ID']['input'];
  /** 事由 why it loses so many areas, 2 to 200 characters; needed then only */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** 放弃 what is said with a no. */
export type DiscardAreaProposalInput = {
  /** The proposal */
  proposalId: Scalars['ID']['input'];
  /** 事由 why, 2 to 200 characters */
  reason: Scalars['String']['input'];
};

/** 终止方式: how an area ended. */
export type AreaEnd =
  /** 合并 merged into another */
  | 'MERGED'
  /** 拆分 split up */
  | 'SPLIT'
  /** 划转 moved to another area, under another code */
  | 'MOVED'
  /** 撤销 abolished */
  | 'ABOLISHED';

/** 区划类别: kind of area by its statistical code. */
export type AreaKind =
  /** 街道 street */
  | 'STREET'
  /** 镇 town */
  | 'TOWN'
  /** 乡 township */
  | 'TOWNSHIP'
  /** 开发区等功能区 zone: shown apart, in no denominator of streets and towns */
  | 'ZONE'
  /** 社区 community */
  | 'COMMUNITY'
  /** 村 village */
  | 'VILLAGE'
  /** 类似社区 quasi-community inside a zone */
  | 'QUASI_COMMUNITY'
  /** 类似村 quasi-village inside a zone */
  | 'QUASI_VILLAGE';

/** 开设机构 what is said of a new body. */
export type OpenBodyInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 类别 kind, a code of the catalogue that the unit's type may have; default: the usual one of the type */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** 名称 name of a leading or working group, 4 to 60 characters; left out for the other kinds */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 设立日期 opened on, not before the unit */
  from: Scalars['LocalDate']['input'];
  /** 届满日期 end of the first term, not including; default where there are seats: the usual length. Left out for a group */
  until?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 第几届 number of the first term; default 1. Left out for a group */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** 职务 seats of the first term, or of the group; left out: the body is opened without */
  seats?: InputMaybe<Array<SeatInput>>;
};

/** 开始一届 what is said of a new term. */
export type OpenTermInput = {
  /** The body */
  bodyId: Scalars['ID']['input'];
  /** 第几届 running number; default: the next one */
  number?: InputMaybe<Scalars['Int']['input']>;
  /** From, not before the body was opened and not within another term */
  from: Scalars['LocalDate']['input'];
  /** Until, not including */
  until: Scalars['LocalDate']['input'];
  /** 职务 seats that the term starts with */
  seats?: InputMaybe<Array<SeatInput>>;
  /** 提前换届文号 paper by which the congress is held before the running term ends, which then ends on this day; left out: it is not early */
  earlyPaper?: InputMaybe<Scalars['String']['input']>;
};

/** 职务 what is said of a seat. */
export type SeatInput = {
  /** 职务名称 title as printed, 2 to 40 characters */
  title: Scalars['String']['input'];
  /** 职级 rank */
  rank: Rank;
  /** 可用方式 kinds of holding allowed, at least one */
  kinds: Array<HoldingKind>;
  /** 名额 places, 1 to 200 */
  places?: Scalars['Count']['input'];
  /** 保留给 head it is reserved for; may be left out */
  reservedHead?: InputMaybe<Scalars['String']['input']>;
  /** 角色 role that holding it gives, in the unit or its area; may be left out */
  role?: InputMaybe<Scalars['String']['input']>;
  /** 按职务 the post elsewhere by which it is held, as printed, 2 to 60 characters; may be left out */
  byPost?: InputMaybe<Scalars['String']['input']>;
};

/** 设置职务 what is said of a further seat of a term. */
export type CreateSeatInput = {
  /** The body */
  bodyId: Scalars['ID']['input'];
  /** 届 number of the term; left out for a group without terms */
  term?: InputMaybe<Scalars['Int']['input']>;
  /** The seat */
  seat: SeatInput;
};

/** 撤销机构 what is said of the end of a group. */
export type EndBodyInput = {
  /** The group */
  bodyId: Scalars['ID']['input'];
  /** First day on which there is no such group */
  on: Scalars['LocalDate']['input'];
  /** 文号 number of the paper, 2 to 60 characters; may be left out */
  paper?: InputMaybe<Scalars['String']['input']>;
};

/** 计量: how a condition is measured. */
export type ConditionMeasure =
  /** 数量 whole number */
  | 'COUNT'
  /** 金额 money, whole fen */
  | 'MONEY'
  /** 面积 square metres, to two decimals */
  | 'AREA'
  /** 有无 yes (1) or no (0) */
  | 'YES_NO';

/** 四缺: the four lacks (N3.2). */
export type Lack =
  /** 缺编制 posts */
  | 'POSTS'
  /** 缺经费 funds */
  | 'FUNDS'
  /** 缺办公场所 premises */
  | 'PREMISES'
  /** 缺工作人员 staff */
  | 'STAFF';

/** 登记条件 what is said of a condition of a unit. */
export type NoteConditionInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 类别 kind, a code of the catalogue */
  kind: Scalars['String']['input'];
  /** 数值 value, as its kind is measured: number, fen, square metres, or 1 and 0 */
  value: Scalars['Float']['input'];
  /** 起始日期 true from; of a yearly kind to the end of that year */
  from: Scalars['LocalDate']['input'];
  /** 依据类别 kind of evidence, a code of the catalogue */
  source: Scalars['String']['input'];
  /** 依据名称 title of the paper or record, 2 to 120 characters; a scan of it is attached to the note (`Unit.attachedPapers`) */
  evidenceTitle: Scalars['String']['input'];
  /** 文号 its number, at most 60 characters; may be left out */
  evidenceNumber?: InputMaybe<Scalars['String']['input']>;
};

/** 更正条件 what is said of a note that is not true. */
export type CorrectConditionInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** The note */
  noteId: Scalars['ID']['input'];
  /** 原因 reason, 2 to 200 characters */
  reason: Scalars['String']['input'];
  /** 改为 what is true instead; left out: that is not known */
  instead?: InputMaybe<InsteadInput>;
};

/** 改为 what is true instead of a note, of the same kind. */
export type InsteadInput = {
  /** 数值 value */
  value: Scalars['Float']['input'];
  /** 起始日期 true from */
  from: Scalars['LocalDate']['input'];
  /** 依据类别 kind of evidence, a code of the catalogue */
  source: Scalars['String']['input'];
  /** 依据名称 title of the paper or record, 2 to 120 characters */
  evidenceTitle: Scalars['String']['input'];
  /** 文号 its number, at most 60 characters; may be left out */
  evidenceNumber?: InputMaybe<Scalars['String']['input']>;
};

/** 纳入覆盖 which employers a unit is to cover. */
export type CoverEmployersInput = {
  /** The unit, of a type that covers employers */
  unitId: Scalars['ID']['input'];
  /** 单位 the employers, 1 to 20; all are checked before the first is covered */
  employerIds: Array<Scalars['ID']['input']>;
  /** 纳入日期 from this day, on which the unit is in force */
  from: Scalars['LocalDate']['input'];
};

/** 终止覆盖 what is said of the end of a cover. */
export type EndEmployerCoverInput = {
  /** The employer */
  employerId: Scalars['ID']['input'];
  /** The cover */
  coverId: Scalars['ID']['input'];
  /** 终止日期 first day on which it no longer lasts; its own first day: it never was */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason, 2 to 200 characters */
  reason: Scalars['String']['input'];
};

/** 登记单位 what is said of a new employer. */
export type RegisterEmployerInput = {
  /** 名称 name, 2 to 80 characters */
  name: Scalars['String']['input'];
  /** 类别 kind, a code of the packs */
  kind: Scalars['String']['input'];
  /** 层级 level */
  level: Level;
  /** 所在区划 area */
  areaCode: Scalars['AreaCode']['input'];
  /** 统一社会信用代码 18 characters with a check digit (GB 32100); may be left out */
  creditCode?: InputMaybe<Scalars['String']['input']>;
  /** Known from this day; default today */
  from?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 开始筹建 what is said of a new founding. */
export type BeginFoundingInput = {
  /** 拟成立组织名称 name, 2 to 80 characters */
  name: Scalars['String']['input'];
  /** 组织类型 type, a code of the catalogue */
  type: Scalars['String']['input'];
  /** 所在地 where it is to have its seat */
  areaCode: Scalars['AreaCode']['input'];
  /** 联合覆盖 further areas, founded jointly by area */
  alsoCovers?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  /** 上级组织 the unit that it is to stand under; may be left out */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** 组建方式 default: on its own */
  mode?: InputMaybe<FormationMode>;
  /** 依托组织 the unit that hosts it; for hosted ones alone */
  hostId?: InputMaybe<Scalars['ID']['input']>;
  /** 行业 the industry, 2 to 40 characters; for those founded by industry alone */
  industry?: InputMaybe<Scalars['String']['input']>;
  /** 依据文件 the paper by which the preparatory group was set up; may be left out */
  paper?: InputMaybe<Scalars['String']['input']>;
  /** 筹备日期 the day on which the preparatory group began, never later than today */
  on: Scalars['LocalDate']['input'];
};

/** A member that is to be listed. */
export type FoundingMemberInput = {
  /** What it is */
  kind: FoundingMemberKind;
  /** Its id */
  id: Scalars['ID']['input'];
};

/** 列入名单 who is to be on the list. */
export type AddFoundingMembersInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** Members, 1 to 100; each stands on the list once */
  members: Array<FoundingMemberInput>;
};

/** 移出名单 who is to be taken off the list. */
export type RemoveFoundingMemberInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** Id of the person, employer or unit */
  memberId: Scalars['ID']['input'];
};

/** 起草章程 what is said of the draft. */
export type DraftFoundingRulesInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 章程名称 title of the draft, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 申请材料 a paper of an application. */
export type FoundingPaperInput = {
  /** 种类 kind, a code of the catalogue */
  code: Scalars['String']['input'];
  /** 名称 title, 2 to 100 characters */
  title: Scalars['String']['input'];
  /** 文号 number, at most 60 characters; may be left out */
  number?: InputMaybe<Scalars['String']['input']>;
};

/** 提交申请 what is said of the application. */
export type ApplyForFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 申请书 title or number of the application, 2 to 200 characters */
  paper: Scalars['String']['input'];
  /** 申请材料 the papers, all that the kind needs */
  papers: Array<FoundingPaperInput>;
};

/** 审核 what is said of the review. */
export type ReviewFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 审核意见 paper; may be left out */
  paper?: InputMaybe<Scalars['String']['input']>;
  /** 退回原因 why it is sent back, 2 to 200 characters; left out: it goes on */
  returnedBecause?: InputMaybe<Scalars['String']['input']>;
};

/** 批复 what is said of the reply. */
export type ReplyToFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 批复文号 number and title of the reply, 2 to 200 characters */
  paper: Scalars['String']['input'];
  /** 不予批准的原因 why it is refused, 2 to 200 characters; left out: it is granted */
  refusedBecause?: InputMaybe<Scalars['String']['input']>;
};

/** 成立大会 what is said of the meeting. */
export type HoldFoundingMeetingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 大会纪要 title of the minutes, 2 to 200 characters */
  paper: Scalars['String']['input'];
  /** 应到人数 entitled */
  entitled: Scalars['Count']['input'];
  /** 实到人数 present */
  present: Scalars['Count']['input'];
  /** 当选人数 elected into the first body */
  elected: Scalars['Count']['input'];
  /** 任期届满 the day on which the first term ends */
  termUntil: Scalars['LocalDate']['input'];
};

/** 备案 what is said of the filing. */
export type FileFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 备案文号 number or title of the filing, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 挂牌 what is said of the plate. */
export type HangFoundingPlateInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 记录 paper; may be left out */
  paper?: InputMaybe<Scalars['String']['input']>;
};

/** 撤回筹建 what is said of the withdrawal. */
export type WithdrawFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason, 2 to 200 characters */
  reason: Scalars['String']['input'];
};

/** 逾期终止 what is said of the lapse. */
export type LapseFoundingInput = {
  /** The founding */
  foundingId: Scalars['ID']['input'];
  /** 日期 the day on which it was done, never later than today */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason, 2 to 200 characters */
  reason: Scalars['String']['input'];
};

/** 筹建步骤: a step of the founding. */
export type FoundingStep =
  /** 征集会员 members or covered employers are collected */
  | 'COLLECTION'
  /** 起草章程 the rules are drafted */
  | 'RULES'
  /** 提交申请 the group applies */
  | 'APPLICATION'
  /** 审核 an association below the one that replies looks at it */
  | 'REVIEW'
  /** 批复 the association replies; the unit counts from that day */
  | 'REPLY'
  /** 成立大会 the founding meeting elects the first body */
  | 'MEETING'
  /** 备案 the result is filed */
  | 'FILING'
  /** 挂牌 the plate is hung */
  | 'PLATE';

/** 筹建结果: how a founding ended. */
export type FoundingOutcome =
  /** 办结 all steps were taken */
  | 'DONE'
  /** 不予批准 refused */
  | 'REFUSED'
  /** 撤回 withdrawn by the group */
  | 'WITHDRAWN'
  /** 逾期终止 let lapse after its day had passed */
  | 'LAPSED';

/** 会员种类: who is on the list. */
export type FoundingMemberKind =
  /** 个人会员 a person */
  | 'PERSON'
  /** 单位 an employer; where the type covers employers, it is covered from the day of the reply */
  | 'EMPLOYER'
  /** 组织 a unit of the network */
  | 'UNIT';

/** 合并组织 what is said of a merger. */
export type MergeUnitsInput = {
  /** 保留的组织 the unit that goes on; a new one is established first */
  unitId: Scalars['ID']['input'];
  /** 被并入的组织 the units that end, of the same type; at most 20 */
  predecessorIds: Array<Scalars['ID']['input']>;
  /** 合并日期 first day on which they are one; may be still to come */
  on: Scalars['LocalDate']['input'];
  /** 文件依据 the document it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 调整隶属 what is said of a move. */
export type MoveUnitInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 新的上级组织 the unit above from that day on */
  parentId: Scalars['ID']['input'];
  /** 调整日期 first day under it; may be still to come */
  on: Scalars['LocalDate']['input'];
  /** 文件依据 the document it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 撤回调整隶属 which move is taken back. */
export type WithdrawMoveInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 调整日期 first day of the move that is taken back: the last one */
  from: Scalars['LocalDate']['input'];
};

/** 任务状态: where a pilot is with a task. */
export type PilotTaskState =
  /** 未开始 not begun */
  | 'NOT_BEGUN'
  /** 进行中 under way */
  | 'UNDER_WAY'
  /** 已完成 done */
  | 'DONE'
  /** 不再开展 dropped, with a reason */
  | 'DROPPED';

/** 确定试点 what is said of a new pilot. */
export type DesignatePilotInput = {
  /** 组织 the unit, in force from the first day to the last */
  unitId: Scalars['ID']['input'];
  /** 试点类别 category that fits the unit's type, a code of the catalogue */
  category: Scalars['String']['input'];
  /** 联系部门 department, a code; default: the one that follows the category */
  department?: InputMaybe<Scalars['String']['input']>;
  /** 确定日期 pilot from */
  from: Scalars['LocalDate']['input'];
  /** 终止日期 until, not including; may be left out */
  until?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 依据文件 the paper that it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 变更试点 what is said of a pilot that changes its category or its department. */
export type ChangePilotDesignationInput = {
  /** The pilot */
  pilotId: Scalars['ID']['input'];
  /** 试点类别 new category; default: as it is */
  category?: InputMaybe<Scalars['String']['input']>;
  /** 联系部门 new department; default: as it is, or the one that follows the new category */
  department?: InputMaybe<Scalars['String']['input']>;
  /** 变更日期 the designation ends and the next begins on this day; on its first day: it never was */
  from: Scalars['LocalDate']['input'];
  /** 依据文件 the paper that it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 终止试点 what is said of the end of a pilot. */
export type EndPilotDesignationInput = {
  /** The pilot */
  pilotId: Scalars['ID']['input'];
  /** 终止日期 first day on which it is no pilot; its first day: it never was */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason, 2 to 200 characters */
  reason: Scalars['String']['input'];
};

/** 登记进展 what is said of a task of a pilot. */
export type RecordPilotTaskInput = {
  /** The pilot */
  pilotId: Scalars['ID']['input'];
  /** 任务 task of its category, a code of the catalogue */
  task: Scalars['String']['input'];
  /** 状态 state */
  state: PilotTaskState;
  /** 日期 true from; default today, never later */
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 说明 remark, at most 200 characters; of a dropped task: why, needed */
  remark?: InputMaybe<Scalars['String']['input']>;
  /** 下一步 next step, at most 200 characters; may be left out */
  nextStep?: InputMaybe<Scalars['String']['input']>;
  /** 下一步期限 the day by which it is to be done; may be left out */
  nextStepBy?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 更名 what is said of a new name. */
export type RenameUnitInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 新名称 name, 2 to 80 characters */
  name: Scalars['String']['input'];
  /** 更名日期 first day of the new name; may be still to come */
  on: Scalars['LocalDate']['input'];
  /** 文件依据 the document it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 撤回更名 which renaming is taken back. */
export type WithdrawRenamingInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 更名日期 first day of the name that is taken back: the last one */
  from: Scalars['LocalDate']['input'];
};

/** 恢复组织 what is said when a dissolution is taken back. */
export type ReviveUnitInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 文件依据 the document it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 承接 what one unit is to take over. */
export type SplitIntoInput = {
  /** 承接的组织 a unit of the same type; a new one is established first */
  unitId: Scalars['ID']['input'];
  /** 移交的区划 areas that the unit which is split covers that day, without its own; at least one */
  areaCodes: Array<Scalars['AreaCode']['input']>;
  /** 随之转入的下级组织 units below that go along */
  belowIds?: Array<Scalars['ID']['input']>;
};

/** 拆分组织 what is said of a split. */
export type SplitUnitInput = {
  /** 被拆分的组织 the unit that hands over, and goes on */
  unitId: Scalars['ID']['input'];
  /** 承接 who takes over what; at most 20 */
  into: Array<SplitIntoInput>;
  /** 拆分日期 first day on which the others cover the areas; may be still to come */
  on: Scalars['LocalDate']['input'];
  /** 文件依据 the document it rests on, 2 to 200 characters */
  paper: Scalars['String']['input'];
};

/** 届期状态: where a term stands that has to be renewed. */
export type TermState =
  /** 超期 past the day on which it was to be renewed */
  | 'OVERDUE'
  /** 延期 past its end, the congress put off by a paper */
  | 'POSTPONED'
  /** 三个月内 due within three months */
  | 'DUE_IN_3_MONTHS'
  /** 六个月内 due within six months */
  | 'DUE_IN_6_MONTHS'
  /** 届内 running for longer */
  | 'RUNNING';

/** 延期换届 what is said when a congress is put off. */
export type PostponeCongressInput = {
  /** The body */
  bodyId: Scalars['ID']['input'];
  /** 届 number of the term that ends or ended, the last of the body */
  term: Scalars['Int']['input'];
  /** 延期至 the day by which the next term is to begin, at most a year after the end of this one */
  until: Scalars['LocalDate']['input'];
  /** 文号 number of the paper, 2 to 60 characters */
  paper: Scalars['String']['input'];
};

/** 组织变化的种类: what can happen to a unit. */
export type UnitChangeKind =
  /** 成立 founded */
  | 'FOUNDED'
  /** 更名 renamed */
  | 'RENAMED'
  /** 调整隶属 moved under another unit */
  | 'MOVED'
  /** 拆分 split: handed over areas to others, and went on */
  | 'SPLIT'
  /** 并入其他组织 merged into another unit */
  | 'MERGED'
  /** 撤销 dissolved */
  | 'DISSOLVED';

/** 组建方式: how a unit was founded (N2.3d). */
export type FormationMode =
  /** 单独组建 on its own */
  | 'OWN'
  /** 区域联建 jointly by area */
  | 'JOINT_BY_AREA'
  /** 行业统建 by industry */
  | 'BY_INDUSTRY'
  /** 依托组建 hosted by another unit */
  | 'HOSTED';

/** 成立组织 what is said of a new unit. */
export type EstablishUnitInput = {
  /** 名称 name, 2 to 80 characters */
  name: Scalars['String']['input'];
  /** 类型 type, a code of the catalogue */
  type: Scalars['String']['input'];
  /** 所在区划 area: needed for types that cover a level, and of that level */
  areaCode?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 联建覆盖 further areas of the same level, for a joint foundation */
  alsoCovers?: InputMaybe<Array<Scalars['AreaCode']['input']>>;
  /** 上级组织 unit above; may be left out */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** 组建方式 formation mode; default on its own */
  mode?: InputMaybe<FormationMode>;
  /** 依托单位 unit that hosts it, for HOSTED */
  hostId?: InputMaybe<Scalars['ID']['input']>;
  /** 成立日期 in force from */
  from: Scalars['LocalDate']['input'];
  /**
   * 试点类别 a remark on the unit
   * @deprecated 2026-11-29: it makes no pilot; send `designatePilot`.
   */
  pilotCategory?: InputMaybe<Scalars['String']['input']>;
};

/** 撤销组织 what is said of the end of a unit. */
export type DissolveUnitInput = {
  /** The unit */
  unitId: Scalars['ID']['input'];
  /** 撤销日期 first day on which it is no longer in force */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason, at most 200 characters */
  reason: Scalars['String']['input'];
};

/** 搁置的原因: why a record could not be applied. */
export type ParkedReason =
  /** 无法读取 no value, no JSON, or no envelope as agreed */
  | 'UNREADABLE'
  /** 类型未知 a type that this release of the service does not know */
  | 'TYPE_UNKNOWN'
  /** 主题不符 a fact that belongs to another topic */
  | 'TOPIC_WRONG'
  /** 来源不符 a fact that another program wrote, and not the service that tells such facts */
  | 'PRODUCER_WRONG'
  /** 内容不符 data that are not as declared */
  | 'DATA_NOT_AS_DECLARED'
  /** 缺号 an earlier record of the aggregate is missing */
  | 'GAP'
  /** 处理出错 the service failed at it: a defect */
  | 'HANDLER_FAILED'
  /** 数据库拒绝 the database refused what it would write */
  | 'DATABASE_REFUSED';

/** Where a page of a list begins and ends. */
export type PageInfo = {
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Cursor of the last entry; null on an empty page. */
  endCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** 区划变更方案: what a new list of areas would change; it waits for a yes. */
export type AreaProposal = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 启用日期 the day from which the list holds */
  on: Scalars['LocalDate']['output'];
  /** 文件依据 the document it rests on */
  paper: Scalars['String']['output'];
  /** 上传时间 when the list was sent */
  enteredAt: Scalars['Instant']['output'];
  /** 状态 where it stands */
  standing: AreaProposalStanding;
  /** 现有区划 areas in force that it was compared with, without placeholders */
  present: Scalars['Count']['output'];
  /** 消失的区划 areas that are gone with nobody to carry them on */
  lost: Scalars['Count']['output'];
  /** 消失的县级区划 counties among them */
  lostCounties: Scalars['Count']['output'];
  /** 需要事由 it loses more than a year's list does, and is accepted with a reason only */
  needsReason: Scalars['Boolean']['output'];
  /** 事由 why it was accepted all the same, or put away */
  reason?: Maybe<Scalars['String']['output']>;
  /** 进度 areas changed so far, once it was accepted */
  done: Scalars['Count']['output'];
  /** 步骤数 areas that it changes in all */
  total: Scalars['Count']['output'];
  /** 变更 what it changes, from the city down, by code */
  changes: Array<AreaChange>;
  /** Version of the record */
  version: Scalars['Int']['output'];
};

/** 区划变更: one change, with what hangs on it. */
export type AreaChange = {
  /** 类别 what becomes of it */
  kind: AreaChangeKind;
  /** 现有区划 the area; null: a new one */
  area?: Maybe<Area>;
  /** 现行名称、代码 as it is called on the day before; null: a new one */
  before?: Maybe<AreaListRow>;
  /** 新名录中的一行 what the list says; null: nothing */
  row?: Maybe<AreaListRow>;
  /** 并入何处 of a merger: into what */
  into?: Maybe<AreaListRow>;
  /** 由何处拆出 of a part that is new: of which area */
  splitFrom?: Maybe<Area>;
  /** 所驻组织 units in force that are seated there */
  unitsSeated: Scalars['Count']['output'];
  /** 所覆盖组织 units in force that cover it */
  unitsCovering: Scalars['Count']['output'];
  /** 所在单位 employers there */
  employers: Scalars['Count']['output'];
  /** 下级区划 areas directly below */
  areasBelow: Scalars['Count']['output'];
};

/** 名录中的一行: an area as a list has it. */
export type AreaListRow = {
  /** 区划代码 code */
  code: Scalars['AreaCode']['output'];
  /** 名称 name */
  name: Scalars['String']['output'];
  /** 层级 level */
  level: Level;
  /** 类别 kind */
  kind?: Maybe<AreaKind>;
  /** 占位 only holds a place */
  placeholder: Scalars['Boolean']['output'];
  /** 上级代码 code of the area above */
  parent?: Maybe<Scalars['AreaCode']['output']>;
};

/** A page of proposals, the newest first. */
export type AreaProposalConnection = {
  /** Proposals of the page */
  nodes: Array<AreaProposal>;
  /** Proposals with their cursors */
  edges: Array<AreaProposalEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A proposal in a list. */
export type AreaProposalEdge = {
  /** Cursor of this proposal */
  cursor: Scalars['Cursor']['output'];
  /** The proposal */
  node: AreaProposal;
};

/** The proposal, as it stands now. */
export type AreaProposalPayload = {
  /** The proposal */
  areaProposal: AreaProposal;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

export type Query = {
  /** 区划变更方案 one proposal by id; null when there is none */
  areaProposal?: Maybe<AreaProposal>;
  /** 历次区划变更方案 proposals, the newest first */
  areaProposals: AreaProposalConnection;
  /** 区划 one area by its code; null when there is none */
  area?: Maybe<Area>;
  /** 区划列表 areas in force on a day, by code */
  areas: AreaConnection;
  /** 全部区划 the whole list from a root down, by code, for the tree: at most 3,000 areas in force on a day */
  areaTree: Array<Area>;
  /** 区划名录文件的上限 what a list of areas to import may be at most */
  areaListLimits: FileLimits;
  /** 机构 one body; null when there is none */
  body?: Maybe<Body>;
  /** 职务 one seat; null when there is none */
  seat?: Maybe<Seat>;
  /** 机构类别 the catalogue of kinds of body */
  bodyKinds: Array<BodyKind>;
  /** 条件文件的上限 what a list of conditions to import may be at most */
  conditionListLimits: FileLimits;
  /** 条件类别 the catalogue of conditions */
  conditionKinds: Array<ConditionKind>;
  /** 依据类别 the catalogue of evidence */
  conditionSources: Array<ConditionSource>;
  /** 覆盖单位文件的上限 what a list of covered employers to import may be at most */
  coveredEmployerListLimits: FileLimits;
  /** 单位 one employer; null when there is none */
  employer?: Maybe<Employer>;
  /** 单位列表 employers, newest first */
  employers: EmployerConnection;
  /** 单位类别 all kinds of employer of the loaded packs */
  employerKinds: Array<EmployerKind>;
  /** 筹建 one founding; null when there is none */
  founding?: Maybe<Founding>;
  /** 筹建工作台 foundings, what is due first at the top; open ones, unless told otherwise */
  foundings: FoundingConnection;
  /** 筹建情况 how many foundings are open */
  foundingCounts: FoundingCounts;
  /** 筹建办法 the catalogue */
  foundingKinds: Array<FoundingKind>;
  /** 合并预览 what a merger would change for each unit, and all that it would be refused for */
  previewMerger: UnitChangePreview;
  /** 调整隶属预览 what a move would change, and what it would be refused for */
  previewMove: UnitChangePreview;
  /** 试点 one pilot; null when there is none */
  pilot?: Maybe<Pilot>;
  /** 试点名单 units that are pilots on a day, as the annex has them */
  pilots: PilotConnection;
  /** 试点类别 the catalogue of categories, in the order of the annex */
  pilotCategories: Array<PilotCategory>;
  /** 联系部门 the departments that follow pilots */
  pilotDepartments: Array<PilotDepartment>;
  /** 恢复预览 what taking a dissolution back would change on the day of the end for the unit and the one above, what it would be refused for, and who else covers its areas */
  previewRevival: UnitChangePreview;
  /** 职务文件的上限 what a list of seats to import may be at most */
  seatListLimits: FileLimits;
  /** 拆分预览 what a split would change for each unit, and all that it would be refused for */
  previewSplit: UnitChangePreview;
  /** 届期预警 bodies whose running term ends within some days or is overdue, soonest first; at most 200 */
  termWarnings: Array<TermWarning>;
  /** 换届时钟 the terms that are overdue, put off, or to be renewed within six months, by the day on which they are due */
  termsDue: TermWarningConnection;
  /** 组织变化 what happened to the units of the network between two days, by day, then unit; what was taken back is left out */
  unitChanges: UnitChangeConnection;
  /** 组织名录文件的上限 what a list of units to import may be at most */
  unitListLimits: FileLimits;
  /** 组织 one unit; null when there is none */
  unit?: Maybe<Unit>;
  /** 组织列表 units, by the day they were established, newest first */
  units: UnitConnection;
  /** 组织类型 the catalogue of types */
  unitTypes: Array<UnitType>;
  /** 运行状况 how this service is */
  organizationStatus?: Maybe<ServiceStatus>;
  /** 审计 what was done and refused in this service */
  organizationAudit: AuditConnection;
};


export type QueryAreaProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAreaProposalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryAreaArgs = {
  code: Scalars['AreaCode']['input'];
};


export type QueryAreasArgs = {
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  level?: InputMaybe<Level>;
  search?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryAreaTreeArgs = {
  root?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryBodyArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySeatArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmployerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmployersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  kind?: InputMaybe<Scalars['String']['input']>;
  covered?: InputMaybe<Scalars['Boolean']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryFoundingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFoundingsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  step?: InputMaybe<FoundingStep>;
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryPreviewMergerArgs = {
  input: MergeUnitsInput;
};


export type QueryPreviewMoveArgs = {
  input: MoveUnitInput;
};


export type QueryPilotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPilotsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  progress?: InputMaybe<PilotTaskState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryPreviewRevivalArgs = {
  input: ReviveUnitInput;
};


export type QueryPreviewSplitArgs = {
  input: SplitUnitInput;
};


export type QueryTermWarningsArgs = {
  withinDays?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTermsDueArgs = {
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  state?: InputMaybe<TermState>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryUnitChangesArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryUnitArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUnitsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  pilotsOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryOrganizationAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
  account?: InputMaybe<Scalars['ID']['input']>;
  record?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Instant']['input']>;
  until?: InputMaybe<Scalars['Instant']['input']>;
};

export type Mutation = {
  /** 更正: an area or a row is understood otherwise; what lies below is compared anew */
  correctAreaProposal: AreaProposalPayload;
  /** 同意: its changes are carried out, each as a fact of its area; goes on when nobody looks, and after a restart */
  acceptAreaProposal: AreaProposalPayload;
  /** 放弃: the proposal is put away, and nothing changes */
  discardAreaProposal: AreaProposalPayload;
  /** 开设机构: opens a body of a unit, with its first term and seats if wished */
  openBody: OpenBodyPayload;
  /** 开始一届: opens a term of a body, with its seats if wished */
  openTerm: OpenTermPayload;
  /** 设置职务: creates a further seat in a term */
  createSeat: CreateSeatPayload;
  /** 撤销机构: ends a leading or working group, whose seats nobody holds any more (A1) */
  endBody: EndBodyPayload;
  /** 登记条件: notes what a unit has or lacks, from evidence; what was noted before stays */
  noteCondition: NoteConditionPayload;
  /** 更正条件: marks a note as not true, and notes what is true instead */
  correctCondition: CorrectConditionPayload;
  /** 纳入覆盖: a unit covers employers from a day on; refused for one that a unit covers then or later */
  coverEmployers: CoverEmployersPayload;
  /** 终止覆盖: a unit no longer covers an employer */
  endEmployerCover: EndEmployerCoverPayload;
  /** 登记单位: registers an employer */
  registerEmployer: RegisterEmployerPayload;
  /** 开始筹建: a preparatory group begins to found a unit; the id of the command is that of the founding, and later of the unit */
  beginFounding: FoundingPayload;
  /** 列入名单: members or covered employers are collected */
  addFoundingMembers: FoundingPayload;
  /** 移出名单: a member is taken off the list */
  removeFoundingMember: FoundingPayload;
  /** 起草章程: the rules are drafted, once or again */
  draftFoundingRules: FoundingPayload;
  /** 提交申请: the group applies; refused with fewer members than the type asks for */
  applyForFounding: FoundingPayload;
  /** 审核: the association that has it lets it go on, or sends it back with reasons */
  reviewFounding: FoundingPayload;
  /** 批复: the unit is there from this day, or is refused */
  replyToFounding: FoundingPayload;
  /** 成立大会: the meeting was held and elected the first body */
  holdFoundingMeeting: FoundingPayload;
  /** 备案: the result was filed */
  fileFounding: FoundingPayload;
  /** 挂牌: the plate was hung; refused before the reply */
  hangFoundingPlate: FoundingPayload;
  /** 撤回: the group withdraws the founding */
  withdrawFounding: FoundingPayload;
  /** 逾期终止: the association that has it lets it lapse, after its day has passed */
  lapseFounding: FoundingPayload;
  /** 合并组织: units of one type end, and one of them or another goes on: for the areas that they cover, with what stands below them */
  mergeUnits: MergeUnitsPayload;
  /** 调整隶属: a unit stands under another from a day on; days before stay as they were */
  moveUnit: MoveUnitPayload;
  /** 撤回调整隶属: takes the last move back */
  withdrawMove: WithdrawMovePayload;
  /** 确定试点: designates a unit as a pilot from a day on */
  designatePilot: PilotPayload;
  /** 变更试点: another category or department from a day on */
  changePilotDesignation: PilotPayload;
  /** 终止试点: ends a designation */
  endPilotDesignation: PilotPayload;
  /** 登记进展: records where a pilot is with a task; what was recorded before stays */
  recordPilotTask: PilotPayload;
  /** 更名: a unit bears another name from a day on; it is found by its former names, too */
  renameUnit: RenameUnitPayload;
  /** 撤回更名: takes the last renaming back */
  withdrawRenaming: WithdrawRenamingPayload;
  /** 恢复组织: takes the dissolution of a unit back, as if it had never been; refused for a unit that was merged, or whose unit above has ended */
  reviveUnit: ReviveUnitPayload;
  /** 拆分组织: a unit hands over areas, and units below it, to others of its type from a day on, and goes on itself; days before stay as they were */
  splitUnit: SplitUnitPayload;
  /** 延期换届: puts the congress after the last term of a body off, by a paper (domain (d) 1) */
  postponeCongress: PostponeCongressPayload;
  /** 成立组织: establishes a unit from a day on */
  establishUnit: EstablishUnitPayload;
  /** 撤销组织: ends a unit; refused while seats are held, units stand below it, employers are covered by it or it is a pilot */
  dissolveUnit: DissolveUnitPayload;
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInOrganization: RetryParkedPayload;
};


export type MutationCorrectAreaProposalArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: CorrectAreaProposalInput;
};


export type MutationAcceptAreaProposalArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: AcceptAreaProposalInput;
};


export type MutationDiscardAreaProposalArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: DiscardAreaProposalInput;
};


export type MutationOpenBodyArgs = {
  commandId: Scalars['ID']['input'];
  input: OpenBodyInput;
};


export type MutationOpenTermArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: OpenTermInput;
};


export type MutationCreateSeatArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: CreateSeatInput;
};


export type MutationEndBodyArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: EndBodyInput;
};


export type MutationNoteConditionArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: NoteConditionInput;
};


export type MutationCorrectConditionArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: CorrectConditionInput;
};


export type MutationCoverEmployersArgs = {
  commandId: Scalars['ID']['input'];
  input: CoverEmployersInput;
};


export type MutationEndEmployerCoverArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: EndEmployerCoverInput;
};


export type MutationRegisterEmployerArgs = {
  commandId: Scalars['ID']['input'];
  input: RegisterEmployerInput;
};


export type MutationBeginFoundingArgs = {
  commandId: Scalars['ID']['input'];
  input: BeginFoundingInput;
};


export type MutationAddFoundingMembersArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: AddFoundingMembersInput;
};


export type MutationRemoveFoundingMemberArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: RemoveFoundingMemberInput;
};


export type MutationDraftFoundingRulesArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: DraftFoundingRulesInput;
};


export type MutationApplyForFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: ApplyForFoundingInput;
};


export type MutationReviewFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: ReviewFoundingInput;
};


export type MutationReplyToFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: ReplyToFoundingInput;
};


export type MutationHoldFoundingMeetingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: HoldFoundingMeetingInput;
};


export type MutationFileFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: FileFoundingInput;
};


export type MutationHangFoundingPlateArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: HangFoundingPlateInput;
};


export type MutationWithdrawFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: WithdrawFoundingInput;
};


export type MutationLapseFoundingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: LapseFoundingInput;
};


export type MutationMergeUnitsArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: MergeUnitsInput;
};


export type MutationMoveUnitArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: MoveUnitInput;
};


export type MutationWithdrawMoveArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: WithdrawMoveInput;
};


export type MutationDesignatePilotArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: DesignatePilotInput;
};


export type MutationChangePilotDesignationArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: ChangePilotDesignationInput;
};


export type MutationEndPilotDesignationArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: EndPilotDesignationInput;
};


export type MutationRecordPilotTaskArgs = {
  commandId: Scalars['ID']['input'];
  input: RecordPilotTaskInput;
};


export type MutationRenameUnitArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: RenameUnitInput;
};


export type MutationWithdrawRenamingArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: WithdrawRenamingInput;
};


export type MutationReviveUnitArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: ReviveUnitInput;
};


export type MutationSplitUnitArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: SplitUnitInput;
};


export type MutationPostponeCongressArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: PostponeCongressInput;
};


export type MutationEstablishUnitArgs = {
  commandId: Scalars['ID']['input'];
  input: EstablishUnitInput;
};


export type MutationDissolveUnitArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: DissolveUnitInput;
};


export type MutationRetryParkedInOrganizationArgs = {
  id: Scalars['ID']['input'];
};

/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type Area = {
  /** 现行代码 the code that the list of areas has on a day; `code` is its first one, which stays its name in all records */
  listCode: Scalars['AreaCode']['output'];
  /** 设立日期 in force from; null: since ever */
  from?: Maybe<Scalars['LocalDate']['output']>;
  /** 终止日期 in force until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 如何终止 how it ended; null: it is in force */
  ended?: Maybe<AreaEnd>;
  /** 历次名称、代码和类别 what it was called and what it was, the oldest first */
  designations: Array<AreaDesignation>;
  /** 前身 the areas that it came from: merged into it, moved here, or split */
  predecessors: Array<Area>;
  /** 去向 the areas that took its place or were split from it; the first of an area that ended carries on what covered it */
  successors: Array<Area>;
  /** 区划代码 statistical code that it had first; it stays its name in all records */
  code: Scalars['AreaCode']['output'];
  /** 名称 name */
  name: Scalars['String']['output'];
  /** 层级 level */
  level: Level;
  /** 类别 kind by its code; null for cities and counties */
  kind?: Maybe<AreaKind>;
  /** 占位 a row of the code list that stands for no real place; in no denominator */
  placeholder: Scalars['Boolean']['output'];
  /** 上级区划 area above; null for the city */
  parent?: Maybe<Area>;
  /** 隶属 from the city down to this area, itself included */
  path: Array<Area>;
  /** 下级区划 areas below, by code */
  children: Array<Area>;
  /** 组织 units in force here on a day, by the day they were established */
  units: Array<Unit>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaListCodeArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaNameArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaKindArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaPlaceholderArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaParentArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaPathArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaChildrenArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type AreaUnitsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 区划名称、代码和类别: what an area is called and what it is for a time. */
export type AreaDesignation = {
  /** 区划代码 code in the list */
  code: Scalars['AreaCode']['output'];
  /** 名称 name */
  name: Scalars['String']['output'];
  /** 类别 kind */
  kind?: Maybe<AreaKind>;
  /** 占位 only holds a place */
  placeholder: Scalars['Boolean']['output'];
  /** 启用日期 from; null: since ever */
  from?: Maybe<Scalars['LocalDate']['output']>;
  /** 停用日期 until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 文件依据 document that it rests on; null: it came with the first list */
  paper?: Maybe<Scalars['String']['output']>;
};

/** A page of areas, by code. */
export type AreaConnection = {
  /** Areas of the page */
  nodes: Array<Area>;
  /** Areas with their cursors */
  edges: Array<AreaEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An area in a list. */
export type AreaEdge = {
  /** Cursor of this area */
  cursor: Scalars['Cursor']['output'];
  /** The area */
  node: Area;
};

/** 文件上限 what a file to import may be at most. */
export type FileLimits = {
  /** 兆字节 MiB */
  megabytes: Scalars['Int']['output'];
  /** 行数，不含列名一行 rows, beside the one that names the columns */
  rows: Scalars['Int']['output'];
  /** 每格字符 signs in a cell */
  signs: Scalars['Int']['output'];
};

/** 机构: a permanent body of a unit, such as its committee; its terms are numbered. */
export type Body = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 类别 kind: committee, council, working team … */
  kind: BodyKind;
  /** 名称 own name of a leading or working group (A1); null: its kind names it */
  name?: Maybe<Scalars['String']['output']>;
  /** 组织 the unit it belongs to */
  unit: Unit;
  /** 设立日期 opened on */
  from: Scalars['LocalDate']['output'];
  /** 撤销日期 first day on which there is no such group; null: it was not ended */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 撤销文号 paper by which it was ended; null: none */
  endPaper?: Maybe<Scalars['String']['output']>;
  /** 届 its terms, oldest first; a group has none */
  terms: Array<Term>;
  /** 本届 the term that runs on a day; null: none */
  term?: Maybe<Term>;
  /** 职务 its seats on a day: of the last term that began by then, also when it is overdue, or of the group; by rank */
  seats: Array<Seat>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 机构: a permanent body of a unit, such as its committee; its terms are numbered. */
export type BodyTermArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 机构: a permanent body of a unit, such as its committee; its terms are numbered. */
export type BodySeatsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 机构类别: a kind of body, held as data. */
export type BodyKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 常设 that bodies of it have no terms and stand until they are ended: leading and working groups (A1) */
  standing: Scalars['Boolean']['output'];
  /** 每届年数 years that a term of it usually runs; null: it has no terms */
  termYears?: Maybe<Scalars['Int']['output']>;
};

/** 机构模板: a kind of body that units of a type may have, with the seats that it usually has there (domain (c), N2.1). */
export type BodyTemplate = {
  /** 类别 kind */
  kind: BodyKind;
  /** 职务 seats */
  seats: Array<UsualSeat>;
};

/** 职务模板: a seat as a new body usually has it. */
export type UsualSeat = {
  /** 职务名称 title as printed */
  title: Scalars['String']['output'];
  /** 职级 rank */
  rank: Rank;
  /** 可用方式 kinds of holding allowed */
  kinds: Array<HoldingKind>;
  /** 名额 places */
  places: Scalars['Count']['output'];
  /** 保留给 head it is reserved for, a code of the packs; null: not reserved */
  reservedHead?: Maybe<Scalars['String']['output']>;
};

/** 届: a numbered term of a body. */
export type Term = {
  /** 第几届 running number */
  number: Scalars['Int']['output'];
  /** From */
  from: Scalars['LocalDate']['output'];
  /** Until, not including */
  until: Scalars['LocalDate']['output'];
  /** 延期换届 the day to which the congress was put off; null: it was not */
  postponedUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** 延期文号 paper of the postponement; null: none */
  postponementPaper?: Maybe<Scalars['String']['output']>;
  /** 提前换届 the day to which the term was to run, when the congress was held early; null: it was not */
  agreedUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** 提前换届文号 paper of the early congress; null: none */
  earlyPaper?: Maybe<Scalars['String']['output']>;
  /** 超期天数 days past the day on which it was to be renewed, while no later term runs; 0: not overdue */
  overdueDays: Scalars['Count']['output'];
  /** 职务 its seats, by rank */
  seats: Array<Seat>;
};


/** 届: a numbered term of a body. */
export type TermOverdueDaysArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 职务: a seat in a term, with one or more places. */
export type Seat = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 职务名称 title as printed */
  title: Scalars['String']['output'];
  /** 职级 rank */
  rank: Rank;
  /** 可用方式 kinds of holding allowed */
  kinds: Array<HoldingKind>;
  /** 名额 places */
  places: Scalars['Count']['output'];
  /** 保留给 head it is reserved for, a code of the packs; null: not reserved */
  reservedHead?: Maybe<Scalars['String']['output']>;
  /** 角色 code of the role that holding it gives, in the unit or its area; null: none */
  role?: Maybe<Scalars['String']['output']>;
  /** 按职务 the post elsewhere by which it is held, as printed (A1); null: by nobody's */
  byPost?: Maybe<Scalars['String']['output']>;
  /** 机构 body */
  body: Body;
  /** 届 term; of a group without terms its one time, which ends on 9999-12-31 while the group stands */
  term: Term;
};

/** The body, as opened. */
export type OpenBodyPayload = {
  /** The body */
  body: Body;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The term, as opened. */
export type OpenTermPayload = {
  /** The body */
  body: Body;
  /** The term */
  term: Term;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The group, as ended. */
export type EndBodyPayload = {
  /** The body */
  body: Body;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The seat, as created. */
export type CreateSeatPayload = {
  /** The seat */
  seat: Seat;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 条件: what a unit has on a day, of one kind: posts, funds, premises, staff, homes, stations (N3.2). */
export type Condition = {
  /** 类别 kind */
  kind: ConditionKind;
  /** 依据 the note that says so; null: unknown, which is never zero */
  note?: Maybe<ConditionNote>;
  /** 缺 whether it is lacking; null: unknown, or none of the four lacks */
  lacking?: Maybe<Scalars['Boolean']['output']>;
};

/** 条件类别: a kind of condition, held as data. */
export type ConditionKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** How it is measured */
  measure: ConditionMeasure;
  /** 年度 whether it is true for a year alone, as a budget is */
  yearly: Scalars['Boolean']['output'];
  /** 四缺 which of the four lacks it proves; null: none */
  lack?: Maybe<Lack>;
};

/** 依据类别: what kind of evidence a note rests on, held as data. */
export type ConditionSource = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 登记: that a unit has something from a day on, by which evidence. It is never changed; at most it is corrected by another. */
export type ConditionNote = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 类别 kind */
  kind: ConditionKind;
  /** 数值 value, as its kind is measured: number, fen, square metres, or 1 and 0 */
  value: Scalars['Float']['output'];
  /** 起始日期 true from */
  from: Scalars['LocalDate']['output'];
  /** 截止日期 true until, not including, even if nothing else is noted; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 依据类别 kind of evidence */
  source: ConditionSource;
  /** 依据名称 title of the paper or record that it rests on */
  evidenceTitle: Scalars['String']['output'];
  /** 文号 its number; null: none */
  evidenceNumber?: Maybe<Scalars['String']['output']>;
  /** 登记时间 noted at */
  notedAt: Scalars['Instant']['output'];
  /** 登记人 the account that noted it */
  notedBy?: Maybe<Account>;
  /** 更正 why it is not true; null: it is held to be true */
  correction?: Maybe<ConditionCorrection>;
};

/** 更正: that a note is not true. */
export type ConditionCorrection = {
  /** 原因 reason */
  reason: Scalars['String']['output'];
  /** 更正时间 at */
  at: Scalars['Instant']['output'];
  /** 更正人 the account that corrected it */
  by?: Maybe<Account>;
  /** 改为 the note of what is true instead; null: that is not known */
  insteadId?: Maybe<Scalars['ID']['output']>;
};

/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type Unit = {
  /** 条件 what it has on a day, a line for each kind of the catalogue */
  conditions?: Maybe<Array<Condition>>;
  /** 登记 all that was ever noted of it, corrected notes too, the latest day first */
  conditionNotes?: Maybe<Array<ConditionNote>>;
  /** Version of its conditions, for changes by two people; 0: nothing was noted yet */
  conditionsVersion?: Maybe<Scalars['Int']['output']>;
  /** 覆盖的单位 the employers that it covers on a day, registered last first */
  coveredEmployers?: Maybe<EmployerConnection>;
  /** 并入的组织 the unit that goes on for it since it was merged; null: it was not, or that lies beyond the reader's jurisdiction */
  mergedInto?: Maybe<Unit>;
  /** 历次合并 the mergers in which it goes on, in the order in which they were decided */
  mergers: Array<UnitMerger>;
  /** 历次隶属 what it stood, stands and will stand under, the oldest first */
  parents: Array<UnitParent>;
  /** 历次名称 its names with their days, the oldest first; those to come, too */
  names: Array<UnitName>;
  /** 历次恢复 the dissolutions of it that were taken back, in that order */
  revivals: Array<UnitRevival>;
  /** 历次拆分 the splits by which it hands areas over, in the order in which they were decided */
  splits: Array<UnitSplit>;
  /** 拆分承接 what it takes over when others are split, in the order in which that was decided */
  takeovers: Array<UnitTakeover>;
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 名称 name that it bears on a day */
  name: Scalars['String']['output'];
  /** 类型 type, from the catalogue */
  type: UnitType;
  /** 所在区划 area; null where it has none */
  area?: Maybe<Area>;
  /** 覆盖区划 areas whose coverage it counts for: its own and, founded jointly, the others */
  covers: Array<Area>;
  /** 上级组织 unit above; null: a gap that is shown, or beyond the reader's jurisdiction */
  parent?: Maybe<Unit>;
  /** 有上级 whether it stands under another unit, also one that the reader may not see */
  hasParent: Scalars['Boolean']['output'];
  /** 下级组织 units below, in force on a day, by the day they were established */
  children: Array<Unit>;
  /** 组建方式 formation mode */
  mode: FormationMode;
  /** 依托单位 unit that hosts it, where it is hosted by one */
  host?: Maybe<Unit>;
  /** 成立日期 in force from */
  from: Scalars['LocalDate']['output'];
  /** 撤销日期 in force until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 机构 its bodies, in the order in which they were opened */
  bodies: Array<Body>;
  /** 机构模板 the kinds of body that it may have, each with its usual seats */
  bodyTemplates: Array<BodyTemplate>;
  /** 试点 its designation as a pilot on a day; null: it is none */
  pilot?: Maybe<Pilot>;
  /**
   * 试点类别 category of the pilot list; null: no pilot
   * @deprecated 2026-11-29: ask for `pilot { category { code } }`, which knows days.
   */
  pilotCategory?: Maybe<Scalars['String']['output']>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitConditionsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitConditionNotesArgs = {
  kind?: InputMaybe<Scalars['String']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitCoveredEmployersArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitNameArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitCoversArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitParentArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitHasParentArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitChildrenArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitPilotArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** The condition, as noted. */
export type NoteConditionPayload = {
  /** The unit */
  unit: Unit;
  /** The note */
  note: ConditionNote;
  /** Version of the unit's conditions after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The condition, as corrected. */
export type CorrectConditionPayload = {
  /** The unit */
  unit: Unit;
  /** The note of what is true instead; where that is not known, the corrected one */
  note: ConditionNote;
  /** Version of the unit's conditions after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 单位覆盖: that a unit covers an employer from a day to a day (N2.3d). */
export type EmployerCover = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 单位 the employer */
  employer: Employer;
  /** 组织 the unit that covers it; null: beyond the reader's jurisdiction */
  unit?: Maybe<Unit>;
  /** 组建方式 how that unit was founded */
  mode: FormationMode;
  /** 纳入日期 from */
  from: Scalars['LocalDate']['output'];
  /** 终止日期 until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 终止原因 why it ended before the unit did; null: it did not */
  endReason?: Maybe<Scalars['String']['output']>;
};

/** The employers, as covered. */
export type CoverEmployersPayload = {
  /** The unit */
  unit: Unit;
  /** The employers, in the order of the command */
  employers: Array<Employer>;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The employer, as no longer covered. */
export type EndEmployerCoverPayload = {
  /** The employer */
  employer: Employer;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 单位: a hospital, school, station or firm, where the four heads work. */
export type Employer = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 名称 name */
  name: Scalars['String']['output'];
  /** 类别 kind, from the packs */
  kind: Scalars['String']['output'];
  /** 类别名称 the kind in the reader's language */
  kindName: Scalars['String']['output'];
  /** 层级 level */
  level: Level;
  /** 所在区划 area */
  area: Area;
  /** 统一社会信用代码 social credit code; null: none known */
  creditCode?: Maybe<Scalars['String']['output']>;
  /** 覆盖 by which unit it is covered on a day; null: by none */
  cover?: Maybe<EmployerCover>;
  /** 历次覆盖 each time that a unit covered it, in the order in which they were noted */
  covers: Array<EmployerCover>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 单位: a hospital, school, station or firm, where the four heads work. */
export type EmployerCoverArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 单位类别: a kind of employer, from the packs. */
export type EmployerKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** Department whose pack holds it */
  department: Scalars['String']['output'];
};

/** A page of employers, newest first. */
export type EmployerConnection = {
  /** Employers of the page */
  nodes: Array<Employer>;
  /** Employers with their cursors */
  edges: Array<EmployerEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An employer in a list. */
export type EmployerEdge = {
  /** Cursor of this employer */
  cursor: Scalars['Cursor']['output'];
  /** The employer */
  node: Employer;
};

/** The employer, as registered. */
export type RegisterEmployerPayload = {
  /** The employer */
  employer: Employer;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The founding, as the command left it. */
export type FoundingPayload = {
  /** The founding */
  founding: Founding;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 筹建: the founding of a unit, from the preparatory group to the plate (domain (b)). */
export type Founding = {
  /** Opaque id; the unit that comes of it has the same */
  id: Scalars['ID']['output'];
  /** 拟成立组织名称 the name that the unit is to have */
  name: Scalars['String']['output'];
  /** 组织类型 type */
  type: UnitType;
  /** 所在地 where it is to have its seat */
  area?: Maybe<Area>;
  /** 联合覆盖 further areas that it is to cover, founded jointly by area */
  alsoCovers: Array<Area>;
  /** 上级组织 the unit that it is to stand under; null: none, or beyond the reader's jurisdiction */
  parent?: Maybe<Unit>;
  /** 组建方式 how it is founded */
  mode: FormationMode;
  /** 依托组织 the unit that hosts it; null: none, or beyond the reader's jurisdiction */
  host?: Maybe<Unit>;
  /** 行业 the industry by which it is founded; null: it is not */
  industry?: Maybe<Scalars['String']['output']>;
  /** 步骤 all steps in their order */
  track: Array<FoundingTrackStep>;
  /** 当前步骤 the step that is to be taken; null: it is over */
  step?: Maybe<FoundingStep>;
  /** 办理层级 the level whose association has it; null: the preparatory group has it, or it is over */
  level?: Maybe<Level>;
  /** 办理地 the area whose association has it, or looks after the group; null: it is over */
  desk?: Maybe<Area>;
  /** 开始日期 since when it waits for that step; null: it is over */
  since?: Maybe<Scalars['LocalDate']['output']>;
  /** 办理期限 the last day on which the step is in time; null: there is none */
  due?: Maybe<Scalars['LocalDate']['output']>;
  /** 逾期 whether that day has passed */
  overdue: Scalars['Boolean']['output'];
  /** 结果 how it ended; null: it is open */
  outcome?: Maybe<FoundingOutcome>;
  /** 会员数 how many there are on the list */
  counts: FoundingMembers;
  /** 会员要求 how many there have to be, one figure of these is enough; null: no number is asked for */
  minimum?: Maybe<FoundingMembers>;
  /** 还缺会员 how many are missing, one figure of these is enough; null: none */
  missing?: Maybe<FoundingMembers>;
  /** 申请材料 the papers that the application needs */
  papersNeeded: Array<FoundingPaperKind>;
  /** 法定人数 the part of those entitled that the founding meeting needs; null: it has none */
  quorum?: Maybe<FoundingQuorum>;
  /** 会员名单 in the order in which they were added */
  members: FoundingMemberConnection;
  /** 办理记录 what was done, in that order */
  records: Array<FoundingRecord>;
  /** 成立的组织 the unit that came of it; null: not yet */
  unit?: Maybe<Unit>;
  /** 未能覆盖 employers of the list that another unit came to cover first */
  notCovered: Array<Employer>;
  /** 可筹备 whether the reader may do what the preparatory group does */
  mayPrepare: Scalars['Boolean']['output'];
  /** 可审批 whether the reader may decide where it lies now */
  mayDecide: Scalars['Boolean']['output'];
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 筹建: the founding of a unit, from the preparatory group to the plate (domain (b)). */
export type FoundingMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** 步骤: a step as it stands. */
export type FoundingTrackStep = {
  /** 步骤 the step */
  step: FoundingStep;
  /** 层级 the level whose association takes it; null: the preparatory group does */
  level?: Maybe<Level>;
  /** 日期 the day on which it was taken; null: not yet, or not since the application was sent back */
  on?: Maybe<Scalars['LocalDate']['output']>;
};

/** 会员数: figures of members; null: that figure is not asked for. */
export type FoundingMembers = {
  /** 个人会员 persons */
  persons?: Maybe<Scalars['Count']['output']>;
  /** 单位会员 employers and units */
  units?: Maybe<Scalars['Count']['output']>;
  /** 合计 both together */
  together?: Maybe<Scalars['Count']['output']>;
};

/** 法定人数: a part of those entitled. */
export type FoundingQuorum = {
  /** So many */
  share: Scalars['Count']['output'];
  /** Of so many */
  of: Scalars['Count']['output'];
};

/** 申请材料: a paper that an application may need, held as data. */
export type FoundingPaperKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 名单上的会员: a person, an employer or a unit on the list; of these one is there. */
export type FoundingMember = {
  /** Id of the person, employer or unit */
  id: Scalars['ID']['output'];
  /** What it is */
  kind: FoundingMemberKind;
  /** 个人 the person; null: it is none, or beyond the reader's jurisdiction */
  person?: Maybe<Person>;
  /** 单位 the employer; null: it is none, or beyond the reader's jurisdiction */
  employer?: Maybe<Employer>;
  /** 组织 the unit; null: it is none, or beyond the reader's jurisdiction */
  unit?: Maybe<Unit>;
};

/** A page of members, in the order in which they were added. */
export type FoundingMemberConnection = {
  /** Members of the page */
  nodes: Array<FoundingMember>;
  /** Members with their cursors */
  edges: Array<FoundingMemberEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A member in a list. */
export type FoundingMemberEdge = {
  /** Cursor of this member */
  cursor: Scalars['Cursor']['output'];
  /** The member */
  node: FoundingMember;
};

/** 办理记录: what was done in a founding. It stays. */
export type FoundingRecord = {
  /** 序号 its number in the founding, from 1 */
  number: Scalars['Count']['output'];
  /** 步骤 the step; null: its beginning, or its early end */
  step?: Maybe<FoundingStep>;
  /** 层级 the level whose association did it; null: the preparatory group */
  level?: Maybe<Level>;
  /** 日期 done on */
  on: Scalars['LocalDate']['output'];
  /** 退回 whether the application was sent back by it */
  returned: Scalars['Boolean']['output'];
  /** 文件 title or number of the paper that it rests on */
  paper?: Maybe<Scalars['String']['output']>;
  /** 原因 why it was sent back, refused, withdrawn or let lapse */
  reason?: Maybe<Scalars['String']['output']>;
  /** 申请材料 what went in with the application */
  papers: Array<FoundingPaper>;
  /** 成立大会 who came and what was elected */
  meeting?: Maybe<FoundingMeeting>;
  /** 登记时间 entered at */
  enteredAt: Scalars['Instant']['output'];
  /** 登记人 the account that entered it */
  by?: Maybe<Account>;
};

/** 申请材料: a paper that went in with an application, as it is called; scans of it are attached to the record (`Founding.attachedPapers`). */
export type FoundingPaper = {
  /** Code of its kind */
  code: Scalars['String']['output'];
  /** 种类 name of its kind in the reader's language */
  name: Scalars['String']['output'];
  /** 名称 title */
  title: Scalars['String']['output'];
  /** 文号 number; null: none */
  number?: Maybe<Scalars['String']['output']>;
};

/** 成立大会: the founding meeting in figures. */
export type FoundingMeeting = {
  /** 应到人数 entitled */
  entitled: Scalars['Count']['output'];
  /** 实到人数 present */
  present: Scalars['Count']['output'];
  /** 当选人数 elected into the first body */
  elected: Scalars['Count']['output'];
  /** 任期届满 the day on which the first term ends */
  termUntil: Scalars['LocalDate']['output'];
};

/** A page of foundings, what is due first at the top. */
export type FoundingConnection = {
  /** Foundings of the page */
  nodes: Array<Founding>;
  /** Foundings with their cursors */
  edges: Array<FoundingEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A founding in a list. */
export type FoundingEdge = {
  /** Cursor of this founding */
  cursor: Scalars['Cursor']['output'];
  /** The founding */
  node: Founding;
};

/** 筹建情况: how many foundings are open. */
export type FoundingCounts = {
  /** 在办 open */
  open: Scalars['Count']['output'];
  /** 逾期 open, and the day has passed */
  overdue: Scalars['Count']['output'];
  /** 待办 waiting for an association of the reader's, or for a group that it looks after */
  mine: Scalars['Count']['output'];
};

/** 筹建办法: how units of some types are founded, held as data. */
export type FoundingKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 组织类型 codes of the types */
  unitTypes: Array<Scalars['String']['output']>;
  /** 步骤 steps in their order */
  steps: Array<FoundingStep>;
};

/** 人员: a person; what is known of it, membership says. */
export type Person = {
  /** Opaque id */
  id: Scalars['ID']['output'];
};

/** 合并: a merger in which a unit goes on for others. */
export type UnitMerger = {
  /** 被并入的组织 the units that ended by it */
  predecessors: Array<Unit>;
  /** 承接的区划 areas that it covers since, and did not before */
  areas: Array<Area>;
  /** 合并日期 first day */
  from: Scalars['LocalDate']['output'];
  /** 文件依据 document that it rests on */
  paper: Scalars['String']['output'];
};

/** The unit that goes on, as merged. */
export type MergeUnitsPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Marks of all units concerned, to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 隶属: what a unit stood, stands or will stand under. */
export type UnitParent = {
  /** 上级组织 the unit above; null: none, or beyond the reader's jurisdiction */
  parent?: Maybe<Unit>;
  /** 有上级 whether there is one, also one that the reader may not see */
  hasParent: Scalars['Boolean']['output'];
  /** 起始日期 from */
  from: Scalars['LocalDate']['output'];
  /** 截止日期 until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 文件依据 document that the move rests on; null: as it was founded */
  paper?: Maybe<Scalars['String']['output']>;
};

/** The unit, as moved. */
export type MoveUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The unit, under what it stood under before. */
export type WithdrawMovePayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 变更预览: what a change of the network would make of each unit that it concerns, before it is made. */
export type UnitChangePreview = {
  /** 日期 the day of the change */
  on: Scalars['LocalDate']['output'];
  /** 涉及的组织 what hangs on each unit concerned that day, before and after */
  units: Array<UnitBurden>;
  /** 冲突 what it would be refused for; empty: nothing */
  conflicts: Array<UnitChangeConflict>;
};

/** 变更前后: what hangs on a unit on the day of a change. */
export type UnitBurden = {
  /** The unit */
  unit: Unit;
  /** 变更后撤销 whether it ends by the change */
  ends: Scalars['Boolean']['output'];
  /** 变更前的下级组织 units directly below, before */
  unitsBelow: Scalars['Int']['output'];
  /** 变更后的下级组织 units directly below, after */
  unitsBelowAfter: Scalars['Int']['output'];
  /** 变更前覆盖的区划 areas covered, before */
  covers: Array<Area>;
  /** 变更后覆盖的区划 areas covered, after */
  coversAfter: Array<Area>;
  /** 在任职务 seats held on that day or later */
  seatsHeld: Scalars['Int']['output'];
  /** 覆盖的单位 employers covered on that day or later */
  employersCovered: Scalars['Int']['output'];
  /** 试点 whether it is a pilot on that day or later */
  pilot: Scalars['Boolean']['output'];
};

/** 冲突: what a change would be refused for, and the way out. */
export type UnitChangeConflict = {
  /** Code of the refusal */
  code: Scalars['String']['output'];
  /** 涉及的组织 the unit that it is about; null: what was said */
  unit?: Maybe<Unit>;
  /** 原因 the refusal in the reader's language */
  message: Scalars['String']['output'];
  /** 办法 the way out */
  hint: Scalars['String']['output'];
};

/** 试点: a unit's designation as a pilot of one category, from a day on (N4.1, A2). */
export type Pilot = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 组织 the unit */
  unit: Unit;
  /** 试点类别 category */
  category: PilotCategory;
  /** 联系部门 the department of the city association that follows it */
  department: PilotDepartment;
  /** 确定日期 pilot from */
  from: Scalars['LocalDate']['output'];
  /** 终止日期 until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 依据文件 the paper that it rests on */
  paper: Scalars['String']['output'];
  /** 终止原因 why it ended; null: it did not, or another designation took its place */
  endReason?: Maybe<Scalars['String']['output']>;
  /** 任务 its tasks as they stand on a day, in the order of the notice */
  tasks: Array<PilotTaskStanding>;
  /** 总体进展 where it is as a whole: done when nothing is left to do */
  progress: PilotTaskState;
  /** 可变更 whether the reader may change and end it */
  mayDesignate: Scalars['Boolean']['output'];
  /** 可登记进展 whether the reader may record its tasks */
  mayRecord: Scalars['Boolean']['output'];
  /** Version of the unit, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 试点: a unit's designation as a pilot of one category, from a day on (N4.1, A2). */
export type PilotTasksArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 试点: a unit's designation as a pilot of one category, from a day on (N4.1, A2). */
export type PilotProgressArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 试点类别: a category of the pilot list, held as data. */
export type PilotCategory = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 联系部门 the department that usually follows its pilots */
  department: PilotDepartment;
  /** 组织类型 codes of the types of unit that may be pilots of it */
  unitTypes: Array<Scalars['String']['output']>;
  /** 任务 what the notice asks of its pilots */
  tasks: Array<PilotTask>;
  /** 可确定 whether the reader may designate pilots of it, in some place */
  mayDesignate: Scalars['Boolean']['output'];
};

/** 联系部门: a department of the city association that follows pilots. */
export type PilotDepartment = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 试点任务: what the notice asks of pilots, held as data. */
export type PilotTask = {
  /** Code */
  code: Scalars['String']['output'];
  /** 条款 clause of the notice */
  clause: Scalars['String']['output'];
  /** 内容 in the reader's language */
  name: Scalars['String']['output'];
};

/** 任务进展: a task of a pilot as it stands on a day. */
export type PilotTaskStanding = {
  /** The task */
  task: PilotTask;
  /** 状态 state; not begun as long as nothing is recorded */
  state: PilotTaskState;
  /** 记录 what was recorded up to the day, the last one first */
  records: Array<PilotTaskRecord>;
};

/** 进展记录: where a pilot was with a task. */
export type PilotTaskRecord = {
  /** 状态 state */
  state: PilotTaskState;
  /** 日期 true from */
  on: Scalars['LocalDate']['output'];
  /** 说明 remark; of a dropped task: why */
  remark?: Maybe<Scalars['String']['output']>;
  /** 下一步 next step */
  nextStep?: Maybe<Scalars['String']['output']>;
  /** 下一步期限 the day by which it is to be done */
  nextStepBy?: Maybe<Scalars['LocalDate']['output']>;
};

/** A page of pilots, as the annex has them: by category, then in the order in which they were designated. */
export type PilotConnection = {
  /** Pilots of the page */
  nodes: Array<Pilot>;
  /** Pilots with their cursors */
  edges: Array<PilotEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A pilot in a list. */
export type PilotEdge = {
  /** Cursor of this pilot */
  cursor: Scalars['Cursor']['output'];
  /** The pilot */
  node: Pilot;
};

/** The pilot, as the command left it. */
export type PilotPayload = {
  /** The pilot; after a change the one that took its place */
  pilot: Pilot;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 名称: a name that a unit bore, bears or will bear. */
export type UnitName = {
  /** 名称 the name */
  name: Scalars['String']['output'];
  /** 启用日期 borne from */
  from: Scalars['LocalDate']['output'];
  /** 停用日期 borne until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** 文件依据 document that the renaming rests on; null: the name it was founded with */
  paper?: Maybe<Scalars['String']['output']>;
};

/** The unit, as renamed. */
export type RenameUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The unit, with the name of before. */
export type WithdrawRenamingPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 恢复: a dissolution that was taken back, as if it had never been. */
export type UnitRevival = {
  /** 原撤销日期 the first day on which it was not in force, until that was taken back */
  dissolvedOn: Scalars['LocalDate']['output'];
  /** 原撤销原因 why it had been dissolved */
  reason: Scalars['String']['output'];
  /** 文件依据 document that the revival rests on */
  paper: Scalars['String']['output'];
};

/** The unit, in force again on all days since it was dissolved. */
export type ReviveUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 拆分: a split in which a unit hands areas over, and goes on itself. */
export type UnitSplit = {
  /** 承接情况 who takes over what */
  into: Array<UnitHandover>;
  /** 拆分日期 first day */
  from: Scalars['LocalDate']['output'];
  /** 文件依据 document that it rests on */
  paper: Scalars['String']['output'];
};

/** 承接: what one unit takes over in a split. */
export type UnitHandover = {
  /** 承接的组织 the unit; null: it lies beyond the reader's jurisdiction */
  unit?: Maybe<Unit>;
  /** 承接的区划 the areas */
  areas: Array<Area>;
};

/** 拆分承接: what a unit takes over when another one is split. */
export type UnitTakeover = {
  /** 被拆分的组织 the unit that is split, and goes on; null: it lies beyond the reader's jurisdiction */
  predecessor?: Maybe<Unit>;
  /** 承接的区划 the areas */
  areas: Array<Area>;
  /** 拆分日期 first day */
  from: Scalars['LocalDate']['output'];
  /** 文件依据 document that it rests on */
  paper: Scalars['String']['output'];
};

/** The unit that goes on, as split. */
export type SplitUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Marks of all units concerned, to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 届期预警: a term that ends soon or is overdue. */
export type TermWarning = {
  /** The body */
  body: Body;
  /** The term */
  term: Term;
  /** 届期状态 where it stands */
  state: TermState;
  /** 剩余天数 days to the day on which it is to be renewed; negative: overdue */
  daysLeft: Scalars['Int']['output'];
};

/** A page of terms to be renewed. */
export type TermWarningConnection = {
  /** Terms of the page */
  nodes: Array<TermWarning>;
  /** Terms with their cursors */
  edges: Array<TermWarningEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A term to be renewed, in a list. */
export type TermWarningEdge = {
  /** Cursor of this term */
  cursor: Scalars['Cursor']['output'];
  /** The term */
  node: TermWarning;
};

/** The body, with the term whose congress was put off. */
export type PostponeCongressPayload = {
  /** The body */
  body: Body;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 组织变化: something that happened to a unit from a day on. */
export type UnitChange = {
  /** 变化 what happened */
  kind: UnitChangeKind;
  /** 日期 first day on which it holds; of an end, first day on which the unit is no longer in force */
  on: Scalars['LocalDate']['output'];
  /** 组织 the unit */
  unit: Unit;
  /** 原名称 renamed: the name of before */
  formerName?: Maybe<Scalars['String']['output']>;
  /** 新名称 renamed: the name from that day on */
  newName?: Maybe<Scalars['String']['output']>;
  /** 原上级组织 moved: the unit above before; null: there was none, or it lies beyond the reader's jurisdiction */
  formerParent?: Maybe<Unit>;
  /** 原有上级 moved: whether it stood under another unit before, also one that the reader may not see */
  hadParent: Scalars['Boolean']['output'];
  /** 新上级组织 moved: the unit above from that day on; null: it lies beyond the reader's jurisdiction */
  newParent?: Maybe<Unit>;
  /** 并入的组织 merged: the unit that goes on for it; null: it lies beyond the reader's jurisdiction */
  mergedInto?: Maybe<Unit>;
  /** 承接的组织 split: the units that take over areas, as far as they lie within the reader's jurisdiction */
  splitInto: Array<Unit>;
  /** 文件依据 document that it rests on; null: none is kept with the unit */
  paper?: Maybe<Scalars['String']['output']>;
};

/** A page of changes, by day, then unit; the oldest first. */
export type UnitChangeConnection = {
  /** Changes of the page */
  nodes: Array<UnitChange>;
  /** Changes with their cursors */
  edges: Array<UnitChangeEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A change in a list. */
export type UnitChangeEdge = {
  /** Cursor of this change */
  cursor: Scalars['Cursor']['output'];
  /** The change */
  node: UnitChange;
};

/** 组织类型: a type of unit, held as data. */
export type UnitType = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 服务层级 the level whose areas it covers; null: it covers no area */
  serves?: Maybe<Level>;
  /** 可挂靠的上级类型 types of unit it may stand under */
  allowedParents: Array<Scalars['String']['output']>;
  /** 覆盖单位 whether a unit of it covers employers: hospitals, schools, firms (N2.3d) */
  coversEmployers: Scalars['Boolean']['output'];
  /** 机构 the kind of body it usually has */
  bodyKind: Scalars['String']['output'];
};

/** A page of units, by the day they were established, newest first. */
export type UnitConnection = {
  /** Units of the page */
  nodes: Array<Unit>;
  /** Units with their cursors */
  edges: Array<UnitEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A unit in a list. */
export type UnitEdge = {
  /** Cursor of this unit */
  cursor: Scalars['Cursor']['output'];
  /** The unit */
  node: Unit;
};

/** The unit, as established. */
export type EstablishUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The unit, as dissolved. */
export type DissolveUnitPayload = {
  /** The unit */
  unit: Unit;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 运行状况: how a service is. The figures come from its database and from Kafka, so they hold for all its instances together. */
export type ServiceStatus = {
  /** 服务 name of the service, such as organization */
  service: Scalars['String']['output'];
  /** 查询时刻 when this was looked up */
  at: Scalars['Instant']['output'];
  /** 就绪 whether the instance that answers can serve */
  ready: Scalars['Boolean']['output'];
  /** 未就绪的部分 the parts of the instance that answers which are not ready */
  unready: Array<UnreadyPart>;
  /** 落后 facts that Kafka holds and the read models do not show yet, looked up every three seconds at most; null while Kafka or the database gives no answer */
  lag?: Maybe<Backlog>;
  /** 截至 up to when the read models show all facts; null while that is not known */
  asOf?: Maybe<Scalars['Instant']['output']>;
  /** 未发布 facts that are saved and not yet known to be in Kafka; null while the database gives no answer */
  unpublished?: Maybe<Backlog>;
  /** 搁置 what was set aside; null while the database gives no answer */
  parked?: Maybe<ParkedAggregates>;
};

/** 未就绪的部分: a part of a service that is not ready, as `/health/ready` has it. */
export type UnreadyPart = {
  /** 部分 its name: database, migrations, relay, audit or consumer */
  part: Scalars['String']['output'];
  /** 说明 what it says of itself */
  detail?: Maybe<Scalars['String']['output']>;
};

/** 积压: how many wait, and for how long the oldest has. */
export type Backlog = {
  /** 数量 how many wait */
  count: Scalars['Count']['output'];
  /** 起始时刻 since when the oldest waits, to within a second; null when nothing waits */
  since?: Maybe<Scalars['Instant']['output']>;
  /** 时长 for how many seconds the oldest has waited; 0 when nothing waits */
  seconds: Scalars['Count']['output'];
};

/** 搁置的聚合: the aggregates that a service has set aside. */
export type ParkedAggregates = {
  /** 数量 how many there are */
  count: Scalars['Count']['output'];
  /** 最早的 the oldest of them, 50 at most; `npm run ops -- parked list` names all */
  first: Array<ParkedAggregate>;
};

/** 搁置的聚合: one of whose records could not be applied; its later records wait. Nothing of the record itself is shown, as it may hold anything: see `npm run ops -- parked show`. */
export type ParkedAggregate = {
  /** Opaque id, the same for as long as it is parked */
  id: Scalars['ID']['output'];
  /** 聚合 id of the aggregate; null where the record names none that has the form of an id */
  aggregate?: Maybe<Scalars['ID']['output']>;
  /** 主题 topic of the record */
  topic: Scalars['String']['output'];
  /** 分区 partition of the record */
  partition: Scalars['Count']['output'];
  /** 偏移量 offset of the record */
  offset: Scalars['Count']['output'];
  /** 原因 why it could not be applied */
  reason: ParkedReason;
  /** 搁置时刻 since when it is parked, or was last tried */
  since: Scalars['Instant']['output'];
  /** 等待 how many later records wait behind it */
  waiting: Scalars['Count']['output'];
  /** 待重试 somebody wants it tried again, and no instance has done so yet */
  retrying: Scalars['Boolean']['output'];
};

/** What came of the wish to have an aggregate tried again. */
export type RetryParkedPayload = {
  /** 搁置的聚合 as it stands now; null when it has gone on already */
  parked?: Maybe<ParkedAggregate>;
};

export type Account = {
  id: Scalars['ID']['output'];
};

/** 审计条目: who did what, to which record, when, from where, and whether it was done. */
export type AuditEntry = {
  /** 序号 number in the chain, from 1 without a gap */
  position: Scalars['Count']['output'];
  /** 时刻 when it was done or refused */
  at: Scalars['Instant']['output'];
  /** 账户 opaque id of the account that acted, or the name of a tool; null: nobody whom the service knows */
  accountId?: Maybe<Scalars['ID']['output']>;
  /** 账户 the account that acted; null: it is none, such as a tool's */
  account?: Maybe<Account>;
  /** 操作 command, field of the graph's roots, or route */
  action: Scalars['String']['output'];
  /** 对象类别 kind of the record */
  kind?: Maybe<Scalars['String']['output']>;
  /** 对象 opaque id of the record */
  record?: Maybe<Scalars['ID']['output']>;
  /** 事由 opaque id of the purpose and reason, which are kept apart */
  reason?: Maybe<Scalars['ID']['output']>;
  /** 来源地址 network address, as the gateway saw it */
  address?: Maybe<Scalars['String']['output']>;
  /** 追踪号 follows the request through logs and facts */
  trace: Scalars['String']['output'];
  /** 拒绝原因 code of the refusal; null: it was done */
  refusal?: Maybe<Scalars['String']['output']>;
};

/** 审计: a page of a service's audit, the youngest entry first. */
export type AuditConnection = {
  /** The entries */
  nodes: Array<AuditEntry>;
  /** The entries with their cursors */
  edges: Array<AuditEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
  /** 检查点 the last checkpoint that was published; null: none was made yet. Whether the chain is whole, `npm run ops -- audit verify` tells */
  checkpoint?: Maybe<AuditCheckpoint>;
};

/** An entry with its cursor. */
export type AuditEdge = {
  /** Where the list goes on behind it */
  cursor: Scalars['Cursor']['output'];
  /** The entry */
  node: AuditEntry;
};

/** 检查点: up to where the audit is known elsewhere. */
export type AuditCheckpoint = {
  /** 序号 number of the last entry */
  position: Scalars['Count']['output'];
  /** 时刻 when it was published */
  at: Scalars['Instant']['output'];
};

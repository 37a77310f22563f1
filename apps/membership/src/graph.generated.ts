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

/** 查看内容: a number that is shown in plain. */
export type ShownField =
  /** 电话 phone */
  | 'PHONE'
  /** 身份证号 identity number */
  | 'IDENTITY_NUMBER'
  /** 监护人电话 phone of a child's guardian */
  | 'GUARDIAN_PHONE';

/** 用途: what a whole number is looked at for (PIPL Art.6). */
export type AccessPurpose =
  /** 任职联系 contact about a post */
  | 'CONTACT_ABOUT_POST'
  /** 选举、任命核验身份 verify identity for an election or appointment */
  | 'VERIFY_IDENTITY'
  /** 活动报名登记 registration of an activity */
  | 'ACTIVITY_REGISTRATION'
  /** 本人要求 request of the person */
  | 'REQUEST_OF_PERSON';

/** 查看 which numbers are to be shown, and why. */
export type UnmaskPersonInput = {
  /** 人员 the person */
  personId: Scalars['ID']['input'];
  /** 查看内容 which numbers; at least one */
  fields: Array<ShownField>;
  /** 用途 what for */
  purpose: AccessPurpose;
  /** 事由 why, 3 to 200 characters; the person can read it */
  reason: Scalars['String']['input'];
};

/** 批准查看 which look is approved. */
export type ApproveLookInput = {
  /** The look */
  accessId: Scalars['ID']['input'];
};

/** 账户状态: what has become of an account. */
export type AccountState =
  /** 已邀请 invited, has not accepted yet */
  | 'INVITED'
  /** 使用中 signs in */
  | 'ACTIVE'
  /** 已停用 signs in no more */
  | 'CLOSED';

/** 邀请 what is said of a new account. */
export type InviteAccountInput = {
  /** 账户名 name to sign in with, 2 to 40 letters, digits and . _ - */
  name: Scalars['String']['input'];
  /** 使用人 whose it is, 2 to 60 characters */
  holder: Scalars['String']['input'];
  /** 人员 the person whose seats give it their roles; may be left out */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** 授权 its first grant */
  grant: GrantInput;
};

/** 重新邀请 whose invitation is renewed. */
export type RenewInvitationInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
};

/** 停用账户 which account signs in no more. */
export type CloseAccountInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
};

/** 取消两步验证 whose second factor is taken away. */
export type RemoveSecondFactorInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
};

/** 任命依据: what an appointment rests on. */
export type AppointmentBasis =
  /** 选举 election */
  | 'ELECTION'
  /** 任命文件 paper of appointment */
  | 'APPOINTMENT'
  /** 聘任 engagement */
  | 'ENGAGEMENT'
  /** 选派 sending, for secondments */
  | 'SENDING';

/** 终止原因: why a holding ended early. */
export type AppointmentEndReason =
  /** 辞职 resignation */
  | 'RESIGNATION'
  /** 工作调动 transfer from the home job */
  | 'TRANSFER'
  /** 罢免、撤职 recall */
  | 'RECALL'
  /** 挂职期满 secondment over */
  | 'SECONDMENT_OVER'
  /** 组织撤并 unit merged or dissolved */
  | 'UNIT_ENDED'
  /** 提前换届 congress held early */
  | 'TERM_ENDED_EARLY'
  /** 机构撤销 leading or working group ended (A1) */
  | 'GROUP_ENDED'
  /** 去世 death */
  | 'DEATH';

/** 任命 what is said of an appointment. */
export type MakeAppointmentInput = {
  /** 职务 seat */
  seatId: Scalars['ID']['input'];
  /** 人员 person */
  personId: Scalars['ID']['input'];
  /** 方式 kind of holding, one that the seat allows */
  kind: HoldingKind;
  /** 依据 legal basis */
  basis: AppointmentBasis;
  /** 文号 number of the paper, at most 60 characters; may be left out */
  paper?: InputMaybe<Scalars['String']['input']>;
  /** From */
  from: Scalars['LocalDate']['input'];
  /** Until, not including; default: the end of the term */
  until?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 免职 what is said of the end of an appointment. */
export type EndAppointmentInput = {
  /** The appointment */
  appointmentId: Scalars['ID']['input'];
  /** First day on which the seat is no longer held */
  on: Scalars['LocalDate']['input'];
  /** 原因 reason */
  reason: AppointmentEndReason;
};

/** 处理目的: what personal data is used for. */
export type Purpose =
  /** 会员和任职管理 membership and posts */
  | 'MEMBERSHIP_AND_POSTS'
  /** 电话联系 contact by phone */
  | 'CONTACT'
  /** 参加活动 taking part in activities */
  | 'ACTIVITY_PARTICIPATION';

/** 合法性基础: on what a purpose rests, in the order of PIPL Art.13 (1) to (7). */
export type BasisKind =
  /** 同意 consent */
  | 'CONSENT'
  /** 订立、履行合同或人力资源管理 a contract, or the management of staff */
  | 'CONTRACT'
  /** 法定职责或法定义务 a duty by law */
  | 'STATUTORY_DUTY'
  /** 突发公共卫生事件或紧急情况 an emergency */
  | 'EMERGENCY'
  /** 新闻报道、舆论监督 reporting in the public interest */
  | 'NEWS_REPORTING'
  /** 已经合法公开 lawfully made public */
  | 'MADE_PUBLIC'
  /** 法律、行政法规规定的其他情形 another case that the law names */
  | 'OTHER_LAW';

/** 同意方式: how somebody agreed. */
export type ConsentMeans =
  /** 当面或本人在屏幕上同意 on a screen */
  | 'ON_SCREEN'
  /** 签署纸质同意书 a signed paper */
  | 'SIGNED_PAPER';

/** 同意: to what somebody agreed, how and when. */
export type ConsentInput = {
  /** What for */
  purpose: Purpose;
  /** Version of the text that was shown, or is printed on the paper */
  textVersion: Scalars['Int']['input'];
  /** How */
  means: ConsentMeans;
  /** Day of the signature */
  on: Scalars['LocalDate']['input'];
};

/** 登记同意 whose consent is noted. */
export type GiveConsentInput = {
  /** The person */
  personId: Scalars['ID']['input'];
  /** To what */
  consent: ConsentInput;
};

/** 登记撤回 whose consent is withdrawn, at the person's word. */
export type WithdrawConsentInput = {
  /** The person */
  personId: Scalars['ID']['input'];
  /** What for */
  purpose: Purpose;
};

/** 代理事由: why somebody has another act for him. */
export type DelegationReason =
  /** 外出或休假 away for some time */
  | 'AWAY'
  /** 岗位交接 the work is handed over */
  | 'HANDOVER'
  /** 工作量大 too much for one */
  | 'WORKLOAD';

/** 代理状态: what a delegation lets do today. */
export type DelegationState =
  /** 未开始 begins later */
  | 'TO_COME'
  /** 有效 all of it */
  | 'HOLDS'
  /** 范围已缩小 less than was delegated, as whoever delegated it has less himself by now */
  | 'NARROWED'
  /** 已无效力 nothing, as whoever delegated it has it no more */
  | 'EMPTY'
  /** 已结束 is over */
  | 'OVER';

/** 设定代理 what is delegated, to whom and for how long. */
export type DelegateInput = {
  /** 代理人 account name of who is to do it */
  to: Scalars['String']['input'];
  /** 角色 a role that the account has itself */
  role: Scalars['String']['input'];
  /** 区划 an area of its own jurisdiction */
  areaCode?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 组织 a unit of its own jurisdiction */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** From; not before today */
  from: Scalars['LocalDate']['input'];
  /** Until, not including; at most 90 days later */
  until: Scalars['LocalDate']['input'];
  /** 事由 why */
  reason: DelegationReason;
};

/** 终止代理 which delegation ends. */
export type EndDelegationInput = {
  /** The delegation */
  delegationId: Scalars['ID']['input'];
};

/** 删除依据: the grounds of PIPL Art.47. */
export type ErasureGround =
  /** 目的已实现、无法实现或者不再必要 the purpose is met, cannot be met, or is none any more */
  | 'PURPOSE_MET'
  /** 停止服务或者保存期限已满 the service ended, or the time to keep is over */
  | 'TIME_OVER'
  /** 个人撤回同意 consent was withdrawn */
  | 'CONSENT_WITHDRAWN'
  /** 违法或者违约处理 it was handled against the law or an agreement */
  | 'UNLAWFUL'
  /** 法律、行政法规规定的其他情形 another case that the law names */
  | 'OTHER_LAW';

/** 删除 who is erased, and on what ground. */
export type ErasePersonInput = {
  /** The person */
  personId: Scalars['ID']['input'];
  /** Ground */
  ground: ErasureGround;
};

/** 不同意删除 whose request is declined, and why. */
export type DeclineErasureInput = {
  /** The person */
  personId: Scalars['ID']['input'];
  /** 理由 why, 3 to 200 characters; the person can read it */
  reason: Scalars['String']['input'];
};

/** 哪里 one of an area, a unit or a person; none of them: everywhere. */
export type WhereInput = {
  /** 区划 an area */
  areaCode?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 组织 a unit */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** 人员 a person */
  personId?: InputMaybe<Scalars['ID']['input']>;
};

/** 缺什么: what would have to be otherwise. */
export type MissingRight =
  /** 停用 the account is closed */
  | 'CLOSED'
  /** 没有这种角色 none of its roles lets do it */
  | 'NO_ROLE'
  /** 辖区以外 it may, but elsewhere */
  | 'ELSEWHERE'
  /** 未开始 it may from a day to come */
  | 'NOT_YET'
  /** 已结束 it could, until a day that is past */
  | 'OVER'
  /** 未满十四周岁 it reaches the record, but sees no children */
  | 'MINOR';

/** 来源: what a right comes from. */
export type RightOrigin =
  /** 授权 a grant */
  | 'GRANT'
  /** 职务 a seat that its person holds */
  | 'SEAT'
  /** 代理 a delegation */
  | 'DELEGATION';

/** Whether a grant holds today, will, or did. */
export type RightStanding =
  /** 有效 holds today */
  | 'HOLDS'
  /** 未开始 will */
  | 'NOT_YET'
  /** 已结束 did */
  | 'OVER';

/** 辖区: where a grant holds. */
export type Jurisdiction =
  /** 全市 everywhere */
  | 'EVERYWHERE'
  /** 区划 an area with all below it */
  | 'AREA'
  /** 组织 one unit */
  | 'UNIT';

/** 授权 what is said of a grant. Neither area nor unit: everywhere. */
export type GrantInput = {
  /** 角色 role, a code of the catalogue */
  role: Scalars['String']['input'];
  /** 区划 an area, with all below it */
  areaCode?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 组织 one unit */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** From */
  from: Scalars['LocalDate']['input'];
  /** Until, not including; left out: no end */
  until?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 授权 to whom a grant is given. */
export type GiveGrantInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
  /** The grant */
  grant: GrantInput;
};

/** 收回授权 which grant ends, and when. */
export type EndGrantInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
  /** The grant */
  grantId: Scalars['ID']['input'];
  /** First day without it; default today: at once */
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 确认 which proposal is confirmed. */
export type ConfirmGrantInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
  /** The grant that was proposed */
  grantId: Scalars['ID']['input'];
};

/** 不同意 which proposal is refused. */
export type RefuseGrantInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
  /** The grant that was proposed */
  grantId: Scalars['ID']['input'];
};

/** 撤回 which proposal is withdrawn. */
export type WithdrawGrantInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
  /** The grant that was proposed */
  grantId: Scalars['ID']['input'];
};

/** 解除统一身份认证 whose link is taken away. */
export type UnlinkIdentityInput = {
  /** The account */
  accountId: Scalars['ID']['input'];
};

/** 监护关系: in what relation a guardian stands to the child. */
export type GuardianRelation =
  /** 父母 parent */
  | 'PARENT'
  /** 祖父母、外祖父母 grandparent */
  | 'GRANDPARENT'
  /** 成年兄、姐 adult brother or sister */
  | 'SIBLING'
  /** 其他监护人 another guardian */
  | 'OTHER_GUARDIAN';

/** 监护人 who agreed, and to which text. */
export type GuardianInput = {
  /** 姓名 name, 2 to 40 characters; kept encrypted */
  name: Scalars['String']['input'];
  /** 电话 mobile or fixed phone; kept encrypted */
  phone: Scalars['String']['input'];
  /** 监护关系 relation to the child */
  relation: GuardianRelation;
  /** Version of the text that was signed */
  textVersion: Scalars['Int']['input'];
  /** 签字日期 day of the signature */
  on: Scalars['LocalDate']['input'];
};

/** 监护人撤回 whose guardian agrees no more. */
export type WithdrawGuardianConsentInput = {
  /** The child */
  personId: Scalars['ID']['input'];
};

/** 更正电话 one's own phone. */
export type CorrectMyPhoneInput = {
  /** 电话 mobile or fixed phone; an empty text removes it */
  phone: Scalars['String']['input'];
};

/** 本人同意 to what the reader agrees. */
export type GiveMyConsentInput = {
  /** What for */
  purpose: Purpose;
  /** Version of the text that was shown */
  textVersion: Scalars['Int']['input'];
};

/** 本人撤回 to what the reader agrees no more. */
export type WithdrawMyConsentInput = {
  /** What for */
  purpose: Purpose;
};

/** 扫描件种类: what a scan may be. */
export type PaperKind =
  /** PDF */
  | 'PDF'
  /** JPEG */
  | 'JPEG'
  /** PNG */
  | 'PNG';

/** 撤回原因: why somebody takes a paper back. */
export type PaperWithdrawalReason =
  /** 传错文件 it is another paper */
  | 'WRONG_FILE'
  /** 看不清 it cannot be read */
  | 'UNREADABLE'
  /** 含有不应保留的个人信息 it names somebody who is not to be named, such as one who was erased */
  | 'NAMES_SOMEBODY';

/** 注明人员 whom a paper names. */
export type MarkPersonsInPaperInput = {
  /** The paper */
  paperId: Scalars['ID']['input'];
  /** The persons, at most 50, in place of those marked before; none: it names nobody */
  personIds: Array<Scalars['ID']['input']>;
};

/** 撤回扫描件 which paper is taken back, and why. */
export type WithdrawPaperInput = {
  /** The paper */
  paperId: Scalars['ID']['input'];
  /** Why */
  reason: PaperWithdrawalReason;
};

/** 本职 what is said of a home job. */
export type HomeJobInput = {
  /** 单位 employer, registered before */
  employerId: Scalars['ID']['input'];
  /** 职务 title, a code of the packs */
  title: Scalars['String']['input'];
  /** From */
  from: Scalars['LocalDate']['input'];
};

/** 登记人员 what is said of a new person. */
export type RegisterPersonInput = {
  /** 姓名 name, 2 to 40 characters */
  name: Scalars['String']['input'];
  /** 电话 mobile or fixed phone; may be left out */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** 身份证号 18 characters with a check digit (GB 11643); may be left out */
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  /** 本职 home job; may be left out */
  homeJob?: InputMaybe<HomeJobInput>;
  /** 同意 to what the person agrees; what is left out he does not agree to */
  consents?: InputMaybe<Array<ConsentInput>>;
  /** 出生日期 birth date of a child without identity number; only the day on which it is fourteen is kept */
  birthDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 监护人 of a child under fourteen: without it nothing is kept */
  guardian?: InputMaybe<GuardianInput>;
};

/** 更正人员 what is put right; what is left out stays. */
export type CorrectPersonInput = {
  /** The person */
  personId: Scalars['ID']['input'];
  /** 姓名 name */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 电话 phone; an empty text removes it */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** 身份证号 identity number; an empty text removes it */
  identityNumber?: InputMaybe<Scalars['String']['input']>;
  /** 新本职 a new home job: the one before ends on its first day */
  homeJob?: InputMaybe<HomeJobInput>;
  /** 离职日期 the home job ended on this day and no other began */
  homeJobLeftOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 出生日期 birth date of a child without identity number; it makes nobody fourteen earlier than is on record */
  birthDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** 监护人 of a child under fourteen: of one that identity number or birth date shows, or another one in the place of who agreed before */
  guardian?: InputMaybe<GuardianInput>;
};

/** 保存期限: something that is kept for a time. */
export type TermCode =
  /** 查看事由 reasons of looks */
  | 'ACCESS_REASONS'
  /** 监护人信息 name and phone of guardians */
  | 'GUARDIANS'
  /** 未启用的账户 accounts that nobody opened */
  | 'UNOPENED_ACCOUNTS'
  /** 扫描件 scanned papers */
  | 'PAPERS'
  /** 不再任职的人员 persons without a post: listed, and never erased by the clock */
  | 'INACTIVE_PERSONS';

/** 结构状态: whether a quota is met. */
export type StructureState =
  /** 达到 met */
  | 'MET'
  /** 未达到 not met */
  | 'NOT_MET'
  /** 不详 not known, because too little is known of those who sit there */
  | 'UNKNOWN';

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

/** 查看记录: that somebody looked at a whole phone or identity number. It is never changed. */
export type PersonalDataAccess = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 查看人 whose account looked, in words */
  by: Scalars['String']['output'];
  /** 查看时间 when */
  at: Scalars['Instant']['output'];
  /** 查看内容 which numbers */
  fields: Array<ShownField>;
  /** 用途 what for */
  purpose: AccessPurpose;
  /** 事由 why, in words; empty once the person was erased */
  reason: Scalars['String']['output'];
  /** 待批准 whether it waits for a second person, as the looks at a child do */
  awaitsApproval: Scalars['Boolean']['output'];
  /** 批准人 who approved it, in words; null: nobody, or it needed no approval */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** 被查看人 whose numbers; null: out of reach */
  person?: Maybe<Person>;
};

/** A page of looks, newest first. */
export type PersonalDataAccessConnection = {
  /** Looks of the page */
  nodes: Array<PersonalDataAccess>;
  /** Looks with their cursors */
  edges: Array<PersonalDataAccessEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A look in a list. */
export type PersonalDataAccessEdge = {
  /** Cursor of this look */
  cursor: Scalars['Cursor']['output'];
  /** The look */
  node: PersonalDataAccess;
};

/** The numbers in plain, shown this once: nothing else ever answers them to anybody but the person. */
export type UnmaskPersonPayload = {
  /** 电话 phone; null: not asked for, or none known */
  phone?: Maybe<Scalars['String']['output']>;
  /** 身份证号 identity number; null: not asked for, or none known */
  identityNumber?: Maybe<Scalars['String']['output']>;
  /** 监护人电话 phone of a child's guardian; null: not asked for, or no child */
  guardianPhone?: Maybe<Scalars['String']['output']>;
  /** 待批准: of a child, nothing is shown before a second person approves; the same command shows the numbers then */
  awaitsApproval: Scalars['Boolean']['output'];
  /** The look, as recorded */
  access: PersonalDataAccess;
  /** Until when they may be shown, or the approval is awaited; the same command later is refused */
  until: Scalars['Instant']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The look, as approved. */
export type ApproveLookPayload = {
  /** The look */
  access: PersonalDataAccess;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

export type Query = {
  /** 待批准的查看 looks at children that wait for a second person, the oldest first; one's own are for others. A request is over after a day */
  looksToApprove: Array<PersonalDataAccess>;
  /** 查看记录 who looked at the numbers of a person, newest first */
  personalDataAccesses: PersonalDataAccessConnection;
  /** 本人账户 the account that asks */
  me: Account;
  /** 账户 one account; null when there is none */
  account?: Maybe<Account>;
  /** 账户列表 accounts, by name */
  accounts: AccountConnection;
  /** 任命 one appointment; null when there is none */
  appointment?: Maybe<Appointment>;
  /** 任命预查: overlaps and refusals before saving */
  previewMakeAppointment: AppointmentPreview;
  /** 某日在任 appointments of a unit's people for choosing who led an activity: held on a day in any of the units, by rank */
  appointmentsHeld: Array<Appointment>;
  /** 处理目的 what personal data is used for, with the texts that are shown now */
  processingPurposes: Array<ProcessingPurpose>;
  /** 本人的代理 delegations of the account that asks */
  myDelegations: MyDelegations;
  /** 删除预览 what an erasure of a person would do; nothing is changed */
  previewErasePerson: ErasurePreview;
  /** 为什么可以 whether an account may do something somewhere today, and what it comes from. Of others it is told to who sees accounts there */
  whyMay: WhyMay;
  /** 谁能看到 accounts that may see a unit or a person today. Of oneself everybody is told, of others who sees accounts there */
  whoMaySee: SeerConnection;
  /** 授权的效果 what a grant would change */
  previewGrant: GrantPreview;
  /** 角色 all roles */
  roles: Array<Role>;
  /** 监护人告知书 what guardians are told now */
  guardianText: GuardianText;
  /** 我的信息 what is kept of the person whose account asks; null: the account is nobody's */
  myData?: Maybe<MyData>;
  /** 上传限制 what a scan may be at most */
  paperLimits: PaperLimits;
  /** 人员 one person; null when there is none */
  person?: Maybe<Person>;
  /** 人员列表 persons, by name */
  persons: PersonConnection;
  /** 保存期限 what is due today; nothing is changed by asking */
  retention: Retention;
  /** 职务名称 titles of the loaded packs */
  titles: Array<Title>;
  /** 四长类别 all heads of the loaded packs */
  heads: Array<Head>;
  /** 运行状况 how this service is */
  membershipStatus?: Maybe<ServiceStatus>;
  /** 审计 what was done and refused in this service */
  membershipAudit: AuditConnection;
};


export type QueryPersonalDataAccessesArgs = {
  personId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAccountsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Scalars['String']['input']>;
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  waiting?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryAppointmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPreviewMakeAppointmentArgs = {
  input: MakeAppointmentInput;
};


export type QueryAppointmentsHeldArgs = {
  unitIds: Array<Scalars['ID']['input']>;
  on: Scalars['LocalDate']['input'];
};


export type QueryPreviewErasePersonArgs = {
  personId: Scalars['ID']['input'];
};


export type QueryWhyMayArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  verb: Scalars['String']['input'];
  at: WhereInput;
};


export type QueryWhoMaySeeArgs = {
  at: WhereInput;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryPreviewGrantArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  grant: GrantInput;
};


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  head?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  asksErasure?: InputMaybe<Scalars['Boolean']['input']>;
  dueForErasure?: InputMaybe<Scalars['Boolean']['input']>;
  withoutGuardian?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryTitlesArgs = {
  level?: InputMaybe<Level>;
};


export type QueryMembershipAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
  account?: InputMaybe<Scalars['ID']['input']>;
  record?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Instant']['input']>;
  until?: InputMaybe<Scalars['Instant']['input']>;
};

export type Mutation = {
  /** 批准查看: lets who asked see the numbers of a child for five minutes */
  approveLook: ApproveLookPayload;
  /** 查看: shows whole numbers of a person for five minutes, once the look is recorded */
  unmaskPerson: UnmaskPersonPayload;
  /** 邀请: opens an account with its first grant; the link lets its holder choose the password. A role that administrates waits for a second account */
  inviteAccount: InviteAccountPayload;
  /** 重新邀请: a new link, for who lost it or forgot the password */
  renewInvitation: RenewInvitationPayload;
  /** 停用账户: it signs in no more, and its grants end */
  closeAccount: CloseAccountPayload;
  /** 取消两步验证: takes a lost second factor away from somebody else's account, and signs it out everywhere */
  removeSecondFactor: RemoveSecondFactorPayload;
  /** 任命: gives a person a seat from a day to a day */
  makeAppointment: MakeAppointmentPayload;
  /** 免职: ends an appointment before its agreed end */
  endAppointment: EndAppointmentPayload;
  /** 登记同意: notes that a person agreed */
  giveConsent: ConsentPayload;
  /** 登记撤回: notes that a person agrees no more; it takes effect at once */
  withdrawConsent: ConsentPayload;
  /** 设定代理: lets another account do, for a time, part of what this one may do itself. It lets nobody in, and is not delegated on */
  delegate: DelegatePayload;
  /** 终止代理: either of the two ends it, at once */
  endDelegation: EndDelegationPayload;
  /** 删除: removes for good what tells who a person was; there is no way back */
  erasePerson: ErasePersonPayload;
  /** 不同意删除: declines a person's request to be erased */
  declineErasure: DeclineErasurePayload;
  /** 授权: gives a role within a jurisdiction, from a day to a day; a role that administrates waits for a second account */
  giveGrant: GiveGrantPayload;
  /** 收回授权: ends a grant */
  endGrant: EndGrantPayload;
  /** 确认授权: a second account, which could have given it itself, confirms what was proposed */
  confirmGrant: ConfirmGrantPayload;
  /** 不同意授权: whoever could confirm it says no */
  refuseGrant: RefuseGrantPayload;
  /** 撤回授权: whoever proposed it takes it back */
  withdrawGrant: WithdrawGrantPayload;
  /** 解除统一身份认证: takes from somebody else's account the link to the identity provider, and signs it out everywhere */
  unlinkIdentity: UnlinkIdentityPayload;
  /** 监护人撤回同意: the guardian of a child withdraws; the child is used no more, and is to be erased */
  withdrawGuardianConsent: WithdrawGuardianConsentPayload;
  /** 更正本人电话: puts one's own phone right. Name and identity number are put right by the unit that keeps them */
  correctMyPhone: MyDataPayload;
  /** 申请删除: asks that what is kept be erased; an officer decides */
  askForErasure: MyDataPayload;
  /** 本人同意: agrees that one's own data is used for a purpose */
  giveMyConsent: MyDataPayload;
  /** 本人撤回: agrees no more; it takes effect at once */
  withdrawMyConsent: MyDataPayload;
  /** 注明人员: says whom a paper names, so that the person finds it under “my data”, and whoever erases the person does, too */
  markPersonsInPaper: MarkPersonsInPaperPayload;
  /** 撤回扫描件: takes a paper back; its bytes are gone for good, that it was there stays */
  withdrawPaper: WithdrawPaperPayload;
  /** 登记人员: registers a person */
  registerPerson: RegisterPersonPayload;
  /** 更正人员: puts right what is recorded, or notes a new home job */
  correctPerson: CorrectPersonPayload;
  /** 立即执行到期处理: does now what is done each night. It changes what is due alone, so the same wish twice is one, and has neither a command id nor a mark */
  applyRetention: Retention;
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInMembership: RetryParkedPayload;
};


export type MutationApproveLookArgs = {
  commandId: Scalars['ID']['input'];
  input: ApproveLookInput;
};


export type MutationUnmaskPersonArgs = {
  commandId: Scalars['ID']['input'];
  input: UnmaskPersonInput;
};


export type MutationInviteAccountArgs = {
  commandId: Scalars['ID']['input'];
  input: InviteAccountInput;
};


export type MutationRenewInvitationArgs = {
  commandId: Scalars['ID']['input'];
  input: RenewInvitationInput;
};


export type MutationCloseAccountArgs = {
  commandId: Scalars['ID']['input'];
  input: CloseAccountInput;
};


export type MutationRemoveSecondFactorArgs = {
  commandId: Scalars['ID']['input'];
  input: RemoveSecondFactorInput;
};


export type MutationMakeAppointmentArgs = {
  commandId: Scalars['ID']['input'];
  input: MakeAppointmentInput;
};


export type MutationEndAppointmentArgs = {
  commandId: Scalars['ID']['input'];
  input: EndAppointmentInput;
};


export type MutationGiveConsentArgs = {
  commandId: Scalars['ID']['input'];
  input: GiveConsentInput;
};


export type MutationWithdrawConsentArgs = {
  commandId: Scalars['ID']['input'];
  input: WithdrawConsentInput;
};


export type MutationDelegateArgs = {
  commandId: Scalars['ID']['input'];
  input: DelegateInput;
};


export type MutationEndDelegationArgs = {
  commandId: Scalars['ID']['input'];
  input: EndDelegationInput;
};


export type MutationErasePersonArgs = {
  commandId: Scalars['ID']['input'];
  input: ErasePersonInput;
};


export type MutationDeclineErasureArgs = {
  commandId: Scalars['ID']['input'];
  input: DeclineErasureInput;
};


export type MutationGiveGrantArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: GiveGrantInput;
};


export type MutationEndGrantArgs = {
  commandId: Scalars['ID']['input'];
  input: EndGrantInput;
};


export type MutationConfirmGrantArgs = {
  commandId: Scalars['ID']['input'];
  input: ConfirmGrantInput;
};


export type MutationRefuseGrantArgs = {
  commandId: Scalars['ID']['input'];
  input: RefuseGrantInput;
};


export type MutationWithdrawGrantArgs = {
  commandId: Scalars['ID']['input'];
  input: WithdrawGrantInput;
};


export type MutationUnlinkIdentityArgs = {
  commandId: Scalars['ID']['input'];
  input: UnlinkIdentityInput;
};


export type MutationWithdrawGuardianConsentArgs = {
  commandId: Scalars['ID']['input'];
  input: WithdrawGuardianConsentInput;
};


export type MutationCorrectMyPhoneArgs = {
  commandId: Scalars['ID']['input'];
  input: CorrectMyPhoneInput;
};


export type MutationAskForErasureArgs = {
  commandId: Scalars['ID']['input'];
};


export type MutationGiveMyConsentArgs = {
  commandId: Scalars['ID']['input'];
  input: GiveMyConsentInput;
};


export type MutationWithdrawMyConsentArgs = {
  commandId: Scalars['ID']['input'];
  input: WithdrawMyConsentInput;
};


export type MutationMarkPersonsInPaperArgs = {
  commandId: Scalars['ID']['input'];
  input: MarkPersonsInPaperInput;
};


export type MutationWithdrawPaperArgs = {
  commandId: Scalars['ID']['input'];
  input: WithdrawPaperInput;
};


export type MutationRegisterPersonArgs = {
  commandId: Scalars['ID']['input'];
  input: RegisterPersonInput;
};


export type MutationCorrectPersonArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: CorrectPersonInput;
};


export type MutationRetryParkedInMembershipArgs = {
  id: Scalars['ID']['input'];
};

/** 账户: an account that signs in. A person is not an account. */
export type Account = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 账户名 name to sign in with */
  name: Scalars['String']['output'];
  /** 使用人 whose it is, in words */
  holder: Scalars['String']['output'];
  /** 人员 the person whose seats give it their roles; null: nobody's */
  person?: Maybe<Person>;
  /** 状态 state */
  state: AccountState;
  /** 角色 codes of the roles that it has today, by hand and by the seats of its person */
  roles: Array<Scalars['String']['output']>;
  /** 授权 what it was granted, the latest first; past ones too */
  grants: Array<Grant>;
  /** 职务所带的授权 what the seats of its person give it, the latest first, past ones too; each comes and goes with its post, whose id is the grant's */
  seatGrants: Array<Grant>;
  /** 待确认的授权 grants that wait for a second account, the latest first; they let do nothing */
  proposals: Array<Proposal>;
  /** 代理 what it does in the place of others, the latest first; past ones too */
  delegations: Array<Delegation>;
  /** 邀请有效期至 until when the open invitation can be accepted; null: none is open */
  invitedUntil?: Maybe<Scalars['Instant']['output']>;
  /** 须修改密码 whether the password must be changed first */
  mustChangePassword: Scalars['Boolean']['output'];
  /** 两步验证 whether each sign-in asks for a code beside the password */
  secondFactor: Scalars['Boolean']['output'];
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
  /** 统一身份认证 since when somebody whom the city's identity provider vouches for opens it; null: nobody does */
  identitySince?: Maybe<Scalars['Instant']['output']>;
};

/** 区划 as membership knows it. */
export type Area = {
  /** 区划代码 statistical code */
  code: Scalars['AreaCode']['output'];
};

/** A page of accounts, by name. */
export type AccountConnection = {
  /** Accounts of the page */
  nodes: Array<Account>;
  /** Accounts with their cursors */
  edges: Array<AccountEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An account in a list. */
export type AccountEdge = {
  /** Cursor of this account */
  cursor: Scalars['Cursor']['output'];
  /** The account */
  node: Account;
};

/** The account, as invited. */
export type InviteAccountPayload = {
  /** The account */
  account: Account;
  /** 邀请码 secret for the link /invitation#…, shown this once; whoever has it chooses the password */
  invitation: Scalars['String']['output'];
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, with a new invitation. */
export type RenewInvitationPayload = {
  /** The account */
  account: Account;
  /** 邀请码 secret for the link, in the place of the one before */
  invitation: Scalars['String']['output'];
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, as closed. */
export type CloseAccountPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, without a second factor. */
export type RemoveSecondFactorPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 任命: a person holds a seat from a day to a day (任职, 兼职, 挂职). */
export type Appointment = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 人员 person */
  person: Person;
  /** 职务 seat */
  seat?: Maybe<Seat>;
  /** 组织 unit */
  unit?: Maybe<Unit>;
  /** 方式 kind of holding */
  kind: HoldingKind;
  /** 四长类别 the head that the person was on the first day; null: none */
  head?: Maybe<Head>;
  /** 依据 kind of the legal basis */
  basis: AppointmentBasis;
  /** 文号 number of the paper; null: none */
  paper?: Maybe<Scalars['String']['output']>;
  /** From */
  from: Scalars['LocalDate']['output'];
  /** Until, not including */
  until: Scalars['LocalDate']['output'];
  /** 终止原因 why it ended before its agreed end; null: it did not */
  endReason?: Maybe<AppointmentEndReason>;
  /** Whether it is held on a day */
  held: Scalars['Boolean']['output'];
};


/** 任命: a person holds a seat from a day to a day (任职, 兼职, 挂职). */
export type AppointmentHeldArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 职务 as membership knows it: who holds it. */
export type Seat = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 任职者 appointments held on a day, by their first day */
  holders?: Maybe<Array<Appointment>>;
  /** 空缺 places without a holder on a day */
  vacant?: Maybe<Scalars['Count']['output']>;
  /** 空缺起始 its vacant places on a day, each with the day since which it is vacant, longest first */
  vacancies?: Maybe<Array<Vacancy>>;
  /** 历任 all appointments to the seat, newest first */
  appointments?: Maybe<Array<Appointment>>;
};


/** 职务 as membership knows it: who holds it. */
export type SeatHoldersArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 职务 as membership knows it: who holds it. */
export type SeatVacantArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 职务 as membership knows it: who holds it. */
export type SeatVacanciesArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 空缺: a place of a seat that nobody holds. */
export type Vacancy = {
  /** 自 vacant since this day without a break, from the first day of the term on */
  since: Scalars['LocalDate']['output'];
  /** 空缺天数 days since then */
  days: Scalars['Count']['output'];
};

/** 组织 as membership knows it. */
export type Unit = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 现任 appointments held on a day in this unit, by rank */
  holders?: Maybe<Array<Appointment>>;
  /** 扫描件 all papers of what was noted of it, withdrawn ones too, as they were attached */
  attachedPapers?: Maybe<Array<Paper>>;
};


/** 组织 as membership knows it. */
export type UnitHoldersArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** The appointment, as made. */
export type MakeAppointmentPayload = {
  /** The appointment */
  appointment: Appointment;
  /** Version of the seat's holdings after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The appointment, as ended. */
export type EndAppointmentPayload = {
  /** The appointment */
  appointment: Appointment;
  /** Version of the seat's holdings after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 任命预查: what would happen if the appointment were made; nothing is stored. */
export type AppointmentPreview = {
  /** 同期任职 posts that the person holds at the same time: allowed, but worth knowing */
  overlaps: Array<Appointment>;
  /** Place left in the seat over the whole time */
  placesLeft: Scalars['Count']['output'];
  /** Code of the refusal that the command would meet; null: none */
  refusal?: Maybe<Scalars['String']['output']>;
  /** The refusal in the reader's language; null: none */
  message?: Maybe<Scalars['String']['output']>;
};

/** 处理目的 with what a person is told of it. */
export type ProcessingPurpose = {
  /** Code */
  code: Purpose;
  /** Name, in the reader's language */
  name: Scalars['String']['output'];
  /** 合法性基础 on what it rests in this installation */
  basis: BasisKind;
  /** 告知书 the text that is shown now, in the reader's language */
  text: Scalars['String']['output'];
  /** Version of that text */
  textVersion: Scalars['Int']['output'];
};

/** 合法性基础: on what the use of one person's data rests, for one purpose (PIPL Art.13). */
export type LegalBasis = {
  /** What for */
  purpose: ProcessingPurpose;
  /** 可否处理 whether the data may be used for it today */
  inForce: Scalars['Boolean']['output'];
  /** Since when; null: the person was neither told nor asked yet */
  on?: Maybe<Scalars['LocalDate']['output']>;
  /** Version of the text that was shown then */
  textVersion?: Maybe<Scalars['Int']['output']>;
  /** How the person agreed; null: it needs no consent, or there is none */
  means?: Maybe<ConsentMeans>;
  /** 撤回日期 when the consent was withdrawn; null: it was not */
  withdrawnOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** The person, after a change of a consent. */
export type ConsentPayload = {
  /** The person */
  person: Person;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 代理: part of what an account may do itself, done in its place by another for a time. */
export type Delegation = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** What is delegated, and on which days; `givenBy` is in whose place it is done */
  grant: Grant;
  /** 被代理人 in whose place it is done, in words */
  by: Scalars['String']['output'];
  /** 代理人 who does it: in words for whoever sees the account, by its account name for others */
  to: Scalars['String']['output'];
  /** 事由 why */
  reason: DelegationReason;
  /** 状态 what it lets do today */
  state: DelegationState;
};

/** 本人的代理: what the account that asks has others do, does for others, and could have done. */
export type MyDelegations = {
  /** 我委托的 what others do in its place, the latest first; the last of those that are over too */
  given: Array<Delegation>;
  /** 委托给我的 what it does in the place of others, the latest first; the last of those that are over too */
  received: Array<Delegation>;
  /** 可以委托的 what is its own, and could be delegated */
  own: Array<Grant>;
};

/** The delegations, as they are now. */
export type DelegatePayload = {
  /** The delegations of the account that asks */
  myDelegations: MyDelegations;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The delegations, as they are now. */
export type EndDelegationPayload = {
  /** The delegations of the account that asks */
  myDelegations: MyDelegations;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 删除预览: what goes with an erasure, and what stays and why. */
export type ErasurePreview = {
  /** The person, masked */
  person: Person;
  /** 不能删除的原因 posts that are held or to come: with one of them it is refused */
  postsInTheWay: Array<Appointment>;
  /** 保留的任职 past posts, which stay under the opaque id for the figures */
  pastPosts: Scalars['Count']['output'];
  /** 保留的本职 home jobs, which stay for the same reason */
  homeJobs: Scalars['Count']['output'];
  /** 停用的账户 accounts that are closed, and lose their names */
  accounts: Scalars['Count']['output'];
  /** 写有姓名的扫描件 papers that name the person, which an erasure leaves: to be taken back, or replaced by one without the name */
  papers: Array<Paper>;
  /** 辖区外的扫描件 how many of them lie beyond the reader's jurisdiction */
  papersBeyond: Scalars['Count']['output'];
};

/** The person, as erased. */
export type ErasePersonPayload = {
  /** The person: without a name, a phone and an identity number */
  person: Person;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The person, with the request declined. */
export type DeclineErasurePayload = {
  /** The person */
  person: Person;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 为什么可以: whether an account may do something there today, and why. */
export type WhyMay = {
  /** Whether it may */
  may: Scalars['Boolean']['output'];
  /** What was asked */
  verb: RightVerb;
  /** 原因 each grant that lets do it, those first that let it do this here today */
  reasons: Array<RightReason>;
  /** 缺什么 what is missing; null: nothing */
  missing?: Maybe<MissingRight>;
};

/** 原因: a grant that lets do what was asked, somewhere or at some time. */
export type RightReason = {
  /** The grant, seat or delegation */
  grant: Grant;
  /** 来源 what it comes from */
  origin: RightOrigin;
  /** 授权人或被代理人 who gave it, or in whose place it is done, in words; null: the installation, or a seat */
  giver?: Maybe<Scalars['String']['output']>;
  /** 确认人 who confirmed it, in words; null: nobody had to */
  confirmer?: Maybe<Scalars['String']['output']>;
  /** Whether it holds today, will, or did */
  standing: RightStanding;
  /** Whether it reaches as far as was asked */
  covers: Scalars['Boolean']['output'];
};

/** 可以看到的账户: an account that may see a person or a unit today. */
export type Seer = {
  /** Opaque id of the account */
  accountId: Scalars['ID']['output'];
  /** 使用人 whose it is, in words */
  holder: Scalars['String']['output'];
  /** 原因 what lets it */
  reasons: Array<RightReason>;
};

/** A page of accounts that may see something, by name. */
export type SeerConnection = {
  /** Accounts of the page */
  nodes: Array<Seer>;
  /** Accounts with their cursors */
  edges: Array<SeerEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An account in a list. */
export type SeerEdge = {
  /** Cursor of this account */
  cursor: Scalars['Cursor']['output'];
  /** The account */
  node: Seer;
};

/** 授权的效果: what a grant would change, before it is given. */
export type GrantPreview = {
  /** 新增权限 what the account could do there that it cannot do there today, nor from the grant's first day */
  added: Array<RightVerb>;
  /** 本人缺少的权限 what the account that asks would have to have itself, there and for as long */
  lacking: Array<RightVerb>;
  /** 需要确认 whether a second account has to confirm it */
  fourEyes: Scalars['Boolean']['output'];
  /** 独自办理 whether it is given alone only because nobody could confirm it yet */
  nobodyElse: Scalars['Boolean']['output'];
  /** 组织数 units in the jurisdiction, dissolved ones too; null: they do not come in sight */
  units?: Maybe<Scalars['Count']['output']>;
  /** 人数 persons who work or hold or held a post in the jurisdiction; null: they do not come in sight */
  persons?: Maybe<Scalars['Count']['output']>;
  /** Code of the refusal that giving it would meet; null: none */
  refusal?: Maybe<Scalars['String']['output']>;
  /** The same in the reader's language */
  message?: Maybe<Scalars['String']['output']>;
};

/** 授权: a role within a jurisdiction, from a day to a day. */
export type Grant = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 角色 role */
  role: Role;
  /** 辖区 kind of jurisdiction */
  jurisdiction: Jurisdiction;
  /** 区划 the area, with all below it; null: the jurisdiction is none */
  area?: Maybe<Area>;
  /** 组织 the unit; null: the jurisdiction is none */
  unit?: Maybe<Unit>;
  /** From */
  from: Scalars['LocalDate']['output'];
  /** Until, not including; null: no end */
  until?: Maybe<Scalars['LocalDate']['output']>;
  /** Whether it holds on a day */
  holds: Scalars['Boolean']['output'];
  /** 授权人 the account that gave it; null: it came with the installation */
  givenBy?: Maybe<Account>;
  /** 授权时间 when it was given; null: not noted, or by a seat */
  givenAt?: Maybe<Scalars['Instant']['output']>;
  /** 确认人 the second account, that confirmed it; null: it was given by one alone */
  confirmedBy?: Maybe<Account>;
};


/** 授权: a role within a jurisdiction, from a day to a day. */
export type GrantHoldsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 角色: what a grant of it lets do. */
export type Role = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 权限 what it lets do, in words of the reader's language */
  verbs: Array<RightVerb>;
  /** 辖区 kinds of jurisdiction that a grant of it may have */
  jurisdictions: Array<Jurisdiction>;
};

/** 权限: something that can be done. */
export type RightVerb = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 待确认的授权: a grant that administrates, before a second account has confirmed it. */
export type Proposal = {
  /** What is proposed; `givenBy` is who proposed it */
  grant: Grant;
  /** 有效期至 from then on nobody confirms it any more */
  lapsesAt: Scalars['Instant']['output'];
  /** Whether the account that asks has proposed it, and may withdraw it */
  own: Scalars['Boolean']['output'];
  /** Whether the account that asks could have given it, and may refuse it */
  mayDecide: Scalars['Boolean']['output'];
  /** Whether it may confirm it, too: whoever proposed it could give it still, and nobody has given either of the two another way in within a week */
  mayConfirm: Scalars['Boolean']['output'];
};

/** The account, with the grant. */
export type GiveGrantPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, as it is now. */
export type EndGrantPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, as it is now. */
export type ConfirmGrantPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, as it is now. */
export type RefuseGrantPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, as it is now. */
export type WithdrawGrantPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The account, which the identity provider opens no more. */
export type UnlinkIdentityPayload = {
  /** The account */
  account: Account;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 未满十四周岁: that a person is a child, and who agreed that its data is kept (PIPL Art.31). */
export type Minor = {
  /** 满十四周岁之日 the first day from which the person is none */
  until: Scalars['LocalDate']['output'];
  /** 监护人姓名 name of the guardian who agreed; null, as is all that follows: nobody has agreed yet, and no number is looked at */
  guardianName?: Maybe<Scalars['String']['output']>;
  /** 监护人电话, masked; a look at it is approved like the child's own */
  guardianPhone?: Maybe<Scalars['String']['output']>;
  /** 监护关系 the guardian's relation to the child */
  relation?: Maybe<GuardianRelation>;
  /** 签字日期 the day on which the guardian agreed */
  consentedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Version of the text that was signed */
  textVersion?: Maybe<Scalars['Int']['output']>;
  /** 撤回日期 the day on which the guardian withdrew: whoever may erase alone finds the child; null: the consent holds */
  withdrawnOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** 监护人告知书: what guardians are told, in the reader's language. */
export type GuardianText = {
  /** Text */
  text: Scalars['String']['output'];
  /** Version */
  version: Scalars['Int']['output'];
};

/** The child is there for who may erase alone. */
export type WithdrawGuardianConsentPayload = {
  /** The child */
  personId: Scalars['ID']['output'];
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 我的信息: what is kept of the person whose account asks, in plain (PIPL Art.44 and 45). */
export type MyData = {
  /** Opaque id of the person */
  personId: Scalars['ID']['output'];
  /** 姓名 name */
  name: Scalars['String']['output'];
  /** 电话 phone; null: none known */
  phone?: Maybe<Scalars['String']['output']>;
  /** 身份证号 identity number; null: none known */
  identityNumber?: Maybe<Scalars['String']['output']>;
  /** 本职 home jobs, newest first */
  homeJobs: Array<HomeJob>;
  /** 任职经历 posts past and present, newest first */
  appointments: Array<Appointment>;
  /** 去向 where something of the person is kept or goes */
  places: Array<DataPlace>;
  /** 查看记录 who looked at the numbers, the latest 200, newest first; the person's own looks are none */
  accesses: Array<PersonalDataAccess>;
  /** 写有姓名的扫描件 scanned papers in which the person is named, as far as somebody marked it */
  papers: Array<Paper>;
  /** 合法性基础 on what the use of the data rests, purpose by purpose */
  legalBases: Array<LegalBasis>;
  /** 监护人 who agreed when the person was under fourteen, while that is kept; null: nobody, or it is kept no more */
  guardian?: Maybe<KeptGuardian>;
  /** 删除申请 the request to be erased; null: not asked */
  erasureRequest?: Maybe<ErasureRequest>;
};

/** 监护人: who agreed that a child is on record, in plain. */
export type KeptGuardian = {
  /** 姓名 name */
  name: Scalars['String']['output'];
  /** 电话 phone */
  phone: Scalars['String']['output'];
  /** 监护关系 relation to the person */
  relation: GuardianRelation;
  /** 签字日期 the day of the signature */
  consentedOn: Scalars['LocalDate']['output'];
  /** 满十四周岁之日 the first day on which the person was fourteen: the term is counted from it */
  until: Scalars['LocalDate']['output'];
};

/** 去向: a place where something of a person is kept, or where it goes. */
export type DataPlace = {
  /** 服务 service */
  service: Scalars['String']['output'];
  /** 主题 topics of facts through which it gets there */
  topics: Array<Scalars['String']['output']>;
  /** 内容 what, in the reader's language */
  what: Scalars['String']['output'];
  /** 是否含姓名、电话或身份证号 whether a name or a number is among it */
  inPlain: Scalars['Boolean']['output'];
};

/** What is kept, after a change of one's own. */
export type MyDataPayload = {
  /** What is kept now */
  myData: MyData;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 扫描件: a scanned paper that is attached to a record of a founding, or to a note of what a unit has or lacks. It may name people: each reading of it is written down. */
export type Paper = {
  /** Opaque id; the paper itself is at `/files/membership/papers/{id}` */
  id: Scalars['ID']['output'];
  /** 记录 to what it is attached: the number of the founding's record, or the id of the unit's note */
  record: Scalars['String']['output'];
  /** 标题 title; null: it was withdrawn */
  title?: Maybe<Scalars['String']['output']>;
  /** 文件名 file name, as its owner's computer called it; null: it was withdrawn */
  fileName?: Maybe<Scalars['String']['output']>;
  /** 种类 what it is, by its content */
  kind: PaperKind;
  /** 字节数 size in bytes */
  size: Scalars['Count']['output'];
  /** SHA-256 of its content, hexadecimal */
  sha256: Scalars['String']['output'];
  /** 上传时间 attached at */
  attachedAt: Scalars['Instant']['output'];
  /** 上传人 whose account attached it, in words */
  attachedBy: Scalars['String']['output'];
  /** 写有姓名的人员 persons whom it names, as far as they were marked and the reader may see them */
  names: Array<Person>;
  /** 筹建 the founding that it belongs to; null: it is a unit's, or beyond the reader's jurisdiction */
  founding?: Maybe<Founding>;
  /** 组织 the unit that it belongs to; null: it is a founding's, or beyond the reader's jurisdiction */
  unit?: Maybe<Unit>;
  /** 撤回 that it was taken back, and its bytes are gone; null: it is there */
  withdrawn?: Maybe<PaperWithdrawal>;
};

/** 撤回: that a paper was taken back. That it was there stays. */
export type PaperWithdrawal = {
  /** 撤回时间 at */
  at: Scalars['Instant']['output'];
  /** 撤回人 whose account took it back, in words; null: its time was over */
  by?: Maybe<Scalars['String']['output']>;
  /** 原因 why; null: its time was over */
  reason?: Maybe<PaperWithdrawalReason>;
};

/** 上传限制: what a scan may be at most. */
export type PaperLimits = {
  /** Mebibytes a file */
  megabytes: Scalars['Count']['output'];
  /** Papers on one record at once */
  papers: Scalars['Count']['output'];
  /** Kinds that are taken, known by their first bytes */
  kinds: Array<PaperKind>;
};

/** 筹建: the founding of a unit; what is known of it, organization says. */
export type Founding = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 扫描件 all papers of its records, withdrawn ones too, as they were attached */
  attachedPapers?: Maybe<Array<Paper>>;
};

/** The paper, with whom it names. */
export type MarkPersonsInPaperPayload = {
  /** The paper */
  paper: Paper;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The paper, as it was taken back. */
export type WithdrawPaperPayload = {
  /** The paper: without a title and a file name */
  paper: Paper;
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 人员: a person of the network. Phone and identity number are masked in each answer. A child under fourteen is there for who may see children alone. */
export type Person = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 姓名 name; of who was erased, a word that says so */
  name: Scalars['String']['output'];
  /** 电话 phone, masked (138****8000), and wholly where the person does not consent to be called; null: none known */
  phone?: Maybe<Scalars['String']['output']>;
  /** 身份证号 identity number, masked; null: none known */
  identityNumber?: Maybe<Scalars['String']['output']>;
  /** 本职 home jobs, newest first */
  homeJobs: Array<HomeJob>;
  /** 四长类别 the head that the person is on a day; null: none */
  head?: Maybe<Head>;
  /** 任职经历 posts past and present, newest first */
  appointments: Array<Appointment>;
  /** 未满十四周岁 that the person is a child, and who agreed; null: the person is none */
  minor?: Maybe<Minor>;
  /** 最后活动日期 when the person was last active: today, or the last day of a post or home job, or the registration */
  lastActiveOn: Scalars['LocalDate']['output'];
  /** 合法性基础 on what the use of the data rests, purpose by purpose */
  legalBases: Array<LegalBasis>;
  /** 删除申请 that the person asked to be erased; null: not asked */
  erasureRequest?: Maybe<ErasureRequest>;
  /** 已删除日期 the day on which everything personal was erased; null: it was not */
  erasedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 人员: a person of the network. Phone and identity number are masked in each answer. A child under fourteen is there for who may see children alone. */
export type PersonHeadArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 删除申请: a person's request that what is kept of him be erased (PIPL Art.47). */
export type ErasureRequest = {
  /** 申请日期 asked on */
  on: Scalars['LocalDate']['output'];
  /** 不同意日期 declined on; null: nobody has decided yet */
  declinedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** 不同意的理由 why it was declined (PIPL Art.50) */
  reason?: Maybe<Scalars['String']['output']>;
};

/** 本职: a home job, from a day to a day. */
export type HomeJob = {
  /** 单位 employer */
  employer?: Maybe<Employer>;
  /** 职务 title, from the packs */
  title: Title;
  /** From */
  from: Scalars['LocalDate']['output'];
  /** Until, not including; null: open */
  until?: Maybe<Scalars['LocalDate']['output']>;
};

/** 单位 where the person works. */
export type Employer = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 在册人员 persons whose home job is here today, by name; at most 200 */
  staff?: Maybe<Array<Person>>;
};

/** A page of persons, by name. */
export type PersonConnection = {
  /** Persons of the page */
  nodes: Array<Person>;
  /** Persons with their cursors */
  edges: Array<PersonEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A person in a list. */
export type PersonEdge = {
  /** Cursor of this person */
  cursor: Scalars['Cursor']['output'];
  /** The person */
  node: Person;
};

/** The person, as registered. */
export type RegisterPersonPayload = {
  /** The person */
  person: Person;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The person, as corrected. */
export type CorrectPersonPayload = {
  /** The person */
  person: Person;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 保存期限 with what is due today. */
export type RetentionTerm = {
  /** Code */
  code: TermCode;
  /** Name, in the reader's language */
  name: Scalars['String']['output'];
  /** Kept for so many months */
  months: Scalars['Int']['output'];
  /** 起算 what they are counted from */
  after: Scalars['String']['output'];
  /** 到期处理 what is done then */
  does: Scalars['String']['output'];
  /** 到期数量 how many are due today */
  due: Scalars['Count']['output'];
  /** 最早 of which day the oldest is; null: none is due */
  oldest?: Maybe<Scalars['LocalDate']['output']>;
};

/** 到期处理: what one day's run gave up, in numbers. */
export type RetentionRun = {
  /** Day */
  on: Scalars['LocalDate']['output'];
  /** When it was finished; null: it is under way, or broke off and goes on within minutes */
  finishedAt?: Maybe<Scalars['Instant']['output']>;
  /** How many of each were given up */
  done: Array<RetentionCount>;
};

/** How many of something were given up. */
export type RetentionCount = {
  /** Of what */
  code: TermCode;
  /** How many */
  count: Scalars['Count']['output'];
};

/** 保存期限: what is due, and what was last done about it. */
export type Retention = {
  /** Each term with what is due */
  terms: Array<RetentionTerm>;
  /** The latest run; null: none yet */
  lastRun?: Maybe<RetentionRun>;
};

/** 机构 as membership knows it: who sits in it. */
export type Body = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 结构要求 the quotas of structure for committees and working teams of its type of unit, and whether they are met on a day; null: its seats are not known, or not for the reader */
  structure?: Maybe<Array<StructureStanding>>;
};


/** 机构 as membership knows it: who sits in it. */
export type BodyStructureArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 结构要求: a quota of structure, and where it stands on a day (domain (d) 4). */
export type StructureStanding = {
  /** Code of the rule */
  code: Scalars['String']['output'];
  /** 要求 the rule in words */
  rule: Scalars['String']['output'];
  /** 条款 the clause that asks for it */
  basis: Scalars['String']['output'];
  /** State */
  state: StructureState;
  /** 已计 persons, or kinds of head, that count */
  counted: Scalars['Count']['output'];
  /** 应有 how many have to, or the share in per cent */
  least: Scalars['Count']['output'];
  /** Whether `least` is a share in per cent of those who sit there */
  isShare: Scalars['Boolean']['output'];
  /** 不详 persons whose home job on that day is not known: they could count or not */
  unknown: Scalars['Count']['output'];
  /** 在任 persons who sit in the seats that the rule speaks of */
  of: Scalars['Count']['output'];
};

/** 职务名称: a title of key persons, from the packs (N2.1). */
export type Title = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 四长类别 the head it stands for; null: none (in an old record) */
  head?: Maybe<Head>;
  /** 适用层级 levels of the associations in which it counts */
  levels: Array<Level>;
  /** 适用单位类别 kinds of employer it belongs to, codes of the packs; empty: any */
  employerKinds: Array<Scalars['String']['output']>;
  /** Department whose pack holds it */
  department: Scalars['String']['output'];
};

/** 四长类别: a kind of head, from the packs. */
export type Head = {
  /** Code, such as HOSPITAL_HEAD */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
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

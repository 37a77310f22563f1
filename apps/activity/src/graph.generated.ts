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

/** A figure as given. */
export type FigureInput = {
  /** Code, one that the type asks for */
  code: Scalars['String']['input'];
  /** Value, 0 or more; whole where the type asks for a count */
  value: Scalars['Float']['input'];
};

/** 登记活动 what is said of an activity. */
export type RecordActivityInput = {
  /** 主题 title, 2 to 120 characters */
  title: Scalars['String']['input'];
  /** 类型 type, a code of the packs */
  type: Scalars['String']['input'];
  /** 主办 units that hosted it, at least one */
  hostIds: Array<Scalars['ID']['input']>;
  /** 协办 units that hosted it with them */
  coHostIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 带队 appointment that led it, held on the first day */
  ledById?: InputMaybe<Scalars['ID']['input']>;
  /** 地点 place in words, at most 120 characters */
  place?: InputMaybe<Scalars['String']['input']>;
  /** 地点类别 kind of place */
  placeKind: Scalars['String']['input'];
  /** 所在区划 area of the place; may be left out */
  areaCode?: InputMaybe<Scalars['AreaCode']['input']>;
  /** 开始 start */
  startsAt: Scalars['Instant']['input'];
  /** 结束 end, after the start */
  endsAt: Scalars['Instant']['input'];
  /** 数据 figures */
  figures: Array<FigureInput>;
};

/** 更正活动 the whole record as it should stand; hosts that the reader may not see stay as they are. */
export type CorrectActivityInput = {
  /** The activity */
  activityId: Scalars['ID']['input'];
  /** The record */
  record: RecordActivityInput;
};

/** 撤回活动 why a record counts no more. */
export type WithdrawActivityInput = {
  /** The activity */
  activityId: Scalars['ID']['input'];
  /** 原因 reason, 2 to 200 characters */
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

/** 活动: an activity that was held, with its figures. */
export type Activity = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 主题 title */
  title: Scalars['String']['output'];
  /** 类型 type */
  type: ActivityType;
  /** 主办 units that hosted it; null: one that the reader may not see */
  hosts: Array<Maybe<Unit>>;
  /** 协办 units that hosted it with them; null: one that the reader may not see */
  coHosts: Array<Maybe<Unit>>;
  /** 带队 appointment that led it; null: none */
  ledBy?: Maybe<Appointment>;
  /** 地点 place in words */
  place?: Maybe<Scalars['String']['output']>;
  /** 地点类别 kind of place */
  placeKind: PlaceKind;
  /** 所在区划 area of the place; null: none, such as on line */
  area?: Maybe<Area>;
  /** 开始 start */
  startsAt: Scalars['Instant']['output'];
  /** 结束 end */
  endsAt: Scalars['Instant']['output'];
  /** 数据 figures, in the order of the form */
  figures: Array<ActivityFigure>;
  /** 撤回 whether it was withdrawn and counts nowhere */
  withdrawn: Scalars['Boolean']['output'];
  /** 撤回原因 why it was withdrawn; null: it was not */
  withdrawReason?: Maybe<Scalars['String']['output']>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};

/** A figure of an activity. */
export type ActivityFigure = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** Value */
  value: Scalars['Float']['output'];
  /** 单位 unit in the reader's language */
  unitName: Scalars['String']['output'];
};

/** 区划 as activity knows it. */
export type Area = {
  /** 区划代码 statistical code */
  code: Scalars['AreaCode']['output'];
};

/** 组织 as activity knows it. */
export type Unit = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 活动 what it hosted, newest first; at most 50 */
  activities?: Maybe<Array<Activity>>;
};

/** 任命 as activity knows it. */
export type Appointment = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 带队活动 activities led by it, newest first; at most 200 */
  activitiesLed?: Maybe<Array<Activity>>;
};

/** A page of activities, newest first. */
export type ActivityConnection = {
  /** Activities of the page */
  nodes: Array<Activity>;
  /** Activities with their cursors */
  edges: Array<ActivityEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An activity in a list. */
export type ActivityEdge = {
  /** Cursor of this activity */
  cursor: Scalars['Cursor']['output'];
  /** The activity */
  node: Activity;
};

/** The activity, as recorded. */
export type RecordActivityPayload = {
  /** The activity */
  activity: Activity;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The activity, as corrected. */
export type CorrectActivityPayload = {
  /** The activity */
  activity: Activity;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** The activity, as withdrawn. */
export type WithdrawActivityPayload = {
  /** The activity */
  activity: Activity;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

export type Query = {
  /** 活动 one activity; null when there is none */
  activity?: Maybe<Activity>;
  /** 活动列表 activities, newest first */
  activities: ActivityConnection;
  /** 部门 departments of the loaded packs, by code */
  departments: Array<Department>;
  /** 活动类型 one type; null when no pack has it */
  activityType?: Maybe<ActivityType>;
  /** 地点类别 kinds of place */
  placeKinds: Array<PlaceKind>;
  /** 运行状况 how this service is */
  activityStatus?: Maybe<ServiceStatus>;
  /** 审计 what was done and refused in this service */
  activityAudit: AuditConnection;
};


export type QueryActivityArgs = {
  id: Scalars['ID']['input'];
};


export type QueryActivitiesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  unitId?: InputMaybe<Scalars['ID']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  head?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  until?: InputMaybe<Scalars['LocalDate']['input']>;
  withdrawn?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryActivityTypeArgs = {
  code: Scalars['String']['input'];
};


export type QueryActivityAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
  account?: InputMaybe<Scalars['ID']['input']>;
  record?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Instant']['input']>;
  until?: InputMaybe<Scalars['Instant']['input']>;
};

export type Mutation = {
  /** 登记活动: records an activity that was held */
  recordActivity: RecordActivityPayload;
  /** 更正活动: puts the record right */
  correctActivity: CorrectActivityPayload;
  /** 撤回活动: the record counts nowhere any more */
  withdrawActivity: WithdrawActivityPayload;
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInActivity: RetryParkedPayload;
};


export type MutationRecordActivityArgs = {
  commandId: Scalars['ID']['input'];
  input: RecordActivityInput;
};


export type MutationCorrectActivityArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: CorrectActivityInput;
};


export type MutationWithdrawActivityArgs = {
  commandId: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: WithdrawActivityInput;
};


export type MutationRetryParkedInActivityArgs = {
  id: Scalars['ID']['input'];
};

/** 部门: a department's pack: its kinds of activity with their figures and texts. */
export type Department = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** Version of the pack that is loaded */
  version: Scalars['String']['output'];
  /** 活动类型 its activity types */
  activityTypes: Array<ActivityType>;
};

/** 活动类型: a type of activity, from a pack (N2.2). */
export type ActivityType = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** Department whose pack holds it */
  department: Scalars['String']['output'];
  /** 记录项 figures that it asks for, in the order of the form */
  figures: Array<FigureField>;
  /** 地点类别 kinds of place where it may be held */
  placeKinds: Array<PlaceKind>;
  /** Clause of the notice that it serves */
  clause?: Maybe<Scalars['String']['output']>;
};

/** 记录项: a figure that an activity type asks for. */
export type FigureField = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 单位 unit, code */
  unit: Scalars['String']['output'];
  /** 单位名称 unit in the reader's language */
  unitName: Scalars['String']['output'];
  /** Whether it must be whole */
  integer: Scalars['Boolean']['output'];
  /** Whether it must be given */
  required: Scalars['Boolean']['output'];
};

/** 地点类别: a kind of place. */
export type PlaceKind = {
  /** Code */
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

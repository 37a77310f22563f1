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
  | 'TEAM_MEMBER';

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
  /** 类别 kind, a code of the catalogue; default: the usual one of the unit's type */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** 设立日期 opened on, not before the unit */
  from: Scalars['LocalDate']['input'];
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
};

/** 设置职务 what is said of a further seat of a term. */
export type CreateSeatInput = {
  /** The body */
  bodyId: Scalars['ID']['input'];
  /** 届 number of the term */
  term: Scalars['Int']['input'];
  /** The seat */
  seat: SeatInput;
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
  /** 试点类别 category of the pilot list */
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

/** 区划: an administrative area. An area is not an organisation: associations cover it. */
export type Area = {
  /** 区划代码 statistical code */
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
export type AreaUnitsArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
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

export type Query = {
  /** 区划 one area by its code; null when there is none */
  area?: Maybe<Area>;
  /** 区划列表 areas by code */
  areas: AreaConnection;
  /** 全部区划 the whole list from a root down, by code, for the tree: at most 3,000 areas */
  areaTree: Array<Area>;
  /** 机构 one body; null when there is none */
  body?: Maybe<Body>;
  /** 职务 one seat; null when there is none */
  seat?: Maybe<Seat>;
  /** 机构类别 the catalogue of kinds of body */
  bodyKinds: Array<BodyKind>;
  /** 届期预警 bodies whose running term ends within some days or is overdue, soonest first; at most 200 */
  termWarnings: Array<TermWarning>;
  /** 单位 one employer; null when there is none */
  employer?: Maybe<Employer>;
  /** 单位列表 employers, newest first */
  employers: EmployerConnection;
  /** 单位类别 all kinds of employer of the loaded packs */
  employerKinds: Array<EmployerKind>;
  /** 组织 one unit; null when there is none */
  unit?: Maybe<Unit>;
  /** 组织列表 units, by the day they were established, newest first */
  units: UnitConnection;
  /** 组织类型 the catalogue of types */
  unitTypes: Array<UnitType>;
  /** 运行状况 how this service is */
  organizationStatus?: Maybe<ServiceStatus>;
};


export type QueryAreaArgs = {
  code: Scalars['AreaCode']['input'];
};


export type QueryAreasArgs = {
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  level?: InputMaybe<Level>;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryAreaTreeArgs = {
  root?: InputMaybe<Scalars['AreaCode']['input']>;
};


export type QueryBodyArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySeatArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTermWarningsArgs = {
  withinDays?: InputMaybe<Scalars['Int']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEmployerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmployersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  kind?: InputMaybe<Scalars['String']['input']>;
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

/** 机构: a permanent body of a unit, such as its committee; its terms are numbered. */
export type Body = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 类别 kind: committee, council, working team … */
  kind: BodyKind;
  /** 组织 the unit it belongs to */
  unit: Unit;
  /** 设立日期 opened on */
  from: Scalars['LocalDate']['output'];
  /** 届 its terms, oldest first */
  terms: Array<Term>;
  /** 本届 the term that runs on a day; null: none */
  term?: Maybe<Term>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 机构: a permanent body of a unit, such as its committee; its terms are numbered. */
export type BodyTermArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 机构类别: a kind of body, held as data. */
export type BodyKind = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 届: a numbered term of a body. */
export type Term = {
  /** 第几届 running number */
  number: Scalars['Int']['output'];
  /** From */
  from: Scalars['LocalDate']['output'];
  /** Until, not including */
  until: Scalars['LocalDate']['output'];
  /** 超期天数 days past its end on a day while no later term runs; 0: not overdue */
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
  /** 机构 body */
  body: Body;
  /** 届 term */
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

/** The seat, as created. */
export type CreateSeatPayload = {
  /** The seat */
  seat: Seat;
  /** Version after the change */
  version: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after` */
  mark: Scalars['String']['output'];
};

/** 届期预警: a term that ends soon or is overdue. */
export type TermWarning = {
  /** The body */
  body: Body;
  /** The term */
  term: Term;
  /** 剩余天数 days to its end; negative: overdue */
  daysLeft: Scalars['Int']['output'];
};

export type Mutation = {
  /** 开设机构: opens a body of a unit */
  openBody: OpenBodyPayload;
  /** 开始一届: opens a term of a body, with its seats if wished */
  openTerm: OpenTermPayload;
  /** 设置职务: creates a further seat in a term */
  createSeat: CreateSeatPayload;
  /** 登记单位: registers an employer */
  registerEmployer: RegisterEmployerPayload;
  /** 成立组织: establishes a unit from a day on */
  establishUnit: EstablishUnitPayload;
  /** 撤销组织: ends a unit; refused while seats are held or units stand below it */
  dissolveUnit: DissolveUnitPayload;
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInOrganization: RetryParkedPayload;
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


export type MutationRegisterEmployerArgs = {
  commandId: Scalars['ID']['input'];
  input: RegisterEmployerInput;
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
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
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

/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type Unit = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 名称 name */
  name: Scalars['String']['output'];
  /** 类型 type, from the catalogue */
  type: UnitType;
  /** 所在区划 area; null where it has none */
  area?: Maybe<Area>;
  /** 覆盖区划 areas whose coverage it counts for: its own and, founded jointly, the others */
  covers: Array<Area>;
  /** 上级组织 unit above on a day; null: a gap that is shown */
  parent?: Maybe<Unit>;
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
  /** 试点类别 category of the 2018 pilot list; null: no pilot */
  pilotCategory?: Maybe<Scalars['String']['output']>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 组织: a unit of the network: association, society, farmers' or firms' association. */
export type UnitChildrenArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
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
  /** 部分 its name: database, migrations, relay or consumer */
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

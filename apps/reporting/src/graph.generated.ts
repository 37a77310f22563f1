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

/** 覆盖状态: how an area is covered on a day. */
export type CoverageState =
  /** 已建 covered by an association of its own */
  | 'OWN'
  /** 联建、依托 covered jointly or by a hosted association */
  | 'JOINT'
  /** 空白 blank */
  | 'BLANK'
  /** 功能区 zone: shown apart */
  | 'ZONE';

/** 指标值状态: whether a figure is known. */
export type FigureState =
  /** 已知 known */
  | 'KNOWN'
  /** 未知 unknown: counted apart, not as zero */
  | 'UNKNOWN'
  /** 不适用 not applicable */
  | 'NOT_APPLICABLE';

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

/** 四缺状态: what is known of a lack. */
export type LackState =
  /** 缺 lacking */
  | 'LACKING'
  /** 不缺 not lacking */
  | 'NOT_LACKING'
  /** 未知 not known */
  | 'UNKNOWN';

/** 覆盖状态: how an employer is covered, by the mode of the unit. */
export type EmployerState =
  /** 单独组建 by a unit founded on its own */
  | 'OWN'
  /** 区域联建 by one founded jointly by area */
  | 'JOINT_BY_AREA'
  /** 行业统建 by one founded by industry */
  | 'BY_INDUSTRY'
  /** 依托组建 by a hosted one */
  | 'HOSTED'
  /** 未覆盖 by none */
  | 'UNCOVERED';

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

/** 覆盖: coverage of the areas of one level within an area, on a day (N2.3a). */
export type Coverage = {
  /** 层级 level */
  level: Level;
  /** 总数 areas of the level, without zones and placeholders */
  total: Figure;
  /** 已覆盖 covered */
  covered: Figure;
  /** 正常运转 functioning: covered, with a term valid or at most a year overdue and its chair */
  functioning: Figure;
  /** 空白 blank */
  blank: Figure;
  /** 功能区 zones, shown apart */
  zones: Figure;
  /** 覆盖率 covered ÷ total, per cent; not applicable when there is no area */
  rate: Figure;
  /** 数据时点 */
  asOf: AsOf;
  /** 按上级组织 covered areas by the unit above the one that covers each; they add up to `covered`, by whichever tree */
  byUnitAbove: Array<CoverageByUnitAbove>;
  /** 明细 the areas behind the figures, by code */
  areas: AreaCoverageConnection;
};


/** 覆盖: coverage of the areas of one level within an area, on a day (N2.3a). */
export type CoverageByUnitAboveArgs = {
  treeOn?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 覆盖: coverage of the areas of one level within an area, on a day (N2.3a). */
export type CoverageAreasArgs = {
  state?: InputMaybe<CoverageState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** 上级组织的覆盖: areas covered by the units that stand under one. */
export type CoverageByUnitAbove = {
  /** 上级组织 the unit above; null: those that cover these areas stand under none, or where the reader may not see it */
  unit?: Maybe<Unit>;
  /** 已覆盖 areas covered, without zones */
  covered: Scalars['Count']['output'];
  /** 正常运转 of these, areas whose unit functions */
  functioning: Scalars['Count']['output'];
};

/** 区划覆盖情况: how one area is covered. */
export type AreaCoverage = {
  /** 区划 area; its name is joined from organization */
  area?: Maybe<Area>;
  /** State */
  state: CoverageState;
  /** 是否正常运转 whether it functions; null when blank */
  functioning?: Maybe<Scalars['Boolean']['output']>;
  /** 覆盖组织 unit that covers it; null when blank, and when it is seated where the reader may not see it */
  unit?: Maybe<Unit>;
  /** 空白起始日 blank since: the day on which the last association ended or, where there never was one, the area came into the list; null when covered, and when it was blank ever since */
  since?: Maybe<Scalars['LocalDate']['output']>;
};

/** A page of areas with their coverage, by code. */
export type AreaCoverageConnection = {
  /** Areas of the page */
  nodes: Array<AreaCoverage>;
  /** Areas with their cursors */
  edges: Array<AreaCoverageEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
  /** How many there are in all; cheap here */
  totalCount: Scalars['Count']['output'];
};

/** An area with its coverage in a list. */
export type AreaCoverageEdge = {
  /** Cursor */
  cursor: Scalars['Cursor']['output'];
  /** The area with its coverage */
  node: AreaCoverage;
};

/** 覆盖走势: one point of a trend. */
export type CoveragePoint = {
  /** Day */
  on: Scalars['LocalDate']['output'];
  /** Areas of the level on that day */
  total: Scalars['Count']['output'];
  /** Covered */
  covered: Scalars['Count']['output'];
  /** Functioning */
  functioning: Scalars['Count']['output'];
};

/** 区划 as reporting knows it. */
export type Area = {
  /** 区划代码 statistical code */
  code: Scalars['AreaCode']['output'];
  /** 覆盖 coverage below this area, of one level on a day */
  coverage?: Maybe<Coverage>;
  /** 覆盖状态 how this area itself is covered on a day */
  coverageState?: Maybe<CoverageState>;
};


/** 区划 as reporting knows it. */
export type AreaCoverageArgs = {
  level: Level;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


/** 区划 as reporting knows it. */
export type AreaCoverageStateArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** 组织 as reporting knows it. */
export type Unit = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 正常运转 whether it functions on a day: a term valid or at most a year overdue, and its chair */
  functioning?: Maybe<Scalars['Boolean']['output']>;
};


/** 组织 as reporting knows it. */
export type UnitFunctioningArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};

export type Query = {
  /** 覆盖 coverage of one level within an area on a day */
  coverage: Coverage;
  /** 覆盖走势 coverage at each month-end of a time, at most 60 */
  coverageTrend: Array<CoveragePoint>;
  /** 覆盖网格 the state of every area of one level within an area, by code, for the tile grid; at most 3,000 */
  coverageGrid: Array<AreaCoverage>;
  /** 四长进班子 entry of the heads into the bodies of one level */
  headsEntry: HeadsEntry;
  /** 四缺 the four lacks of the units of one level within an area on a day */
  lacks: Lacks;
  /** 行业覆盖 coverage of employers by department and kind within an area on a day */
  sectorCoverage: SectorCoverage;
  /** 活动统计 activities within an area and a time */
  work: Work;
  /** 运行状况 how this service is */
  reportingStatus?: Maybe<ServiceStatus>;
  /** 审计 what was done and refused in this service */
  reportingAudit: AuditConnection;
};


export type QueryCoverageArgs = {
  level: Level;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryCoverageTrendArgs = {
  level: Level;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
};


export type QueryCoverageGridArgs = {
  level: Level;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryHeadsEntryArgs = {
  level: Level;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryLacksArgs = {
  level: Level;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QuerySectorCoverageArgs = {
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  on?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryWorkArgs = {
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  until?: InputMaybe<Scalars['LocalDate']['input']>;
};


export type QueryReportingAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
  account?: InputMaybe<Scalars['ID']['input']>;
  record?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Instant']['input']>;
  until?: InputMaybe<Scalars['Instant']['input']>;
};

/** 四长进班子: how far the heads hold posts in the bodies of one level (N1.1). */
export type HeadsEntry = {
  /** 层级 level */
  level: Level;
  /** 机构数 bodies with a running or overdue term */
  bodies: Figure;
  /** 有某类四长的机构 bodies with at least one holder of each head */
  byHead: Array<HeadEntry>;
  /** 四长齐全 bodies with all four heads */
  fullHouse: Figure;
  /** 在任四长 distinct persons of the four heads who hold posts */
  persons: Figure;
  /** 数据时点 */
  asOf: AsOf;
  /** 明细 the bodies behind the figures, by unit's area */
  records: BodyEntryConnection;
};


/** 四长进班子: how far the heads hold posts in the bodies of one level (N1.1). */
export type HeadsEntryRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** One head's entry. */
export type HeadEntry = {
  /** 四长类别 head */
  head: Head;
  /** 机构数 bodies with at least one holder */
  bodies: Figure;
  /** 人数 distinct persons */
  persons: Figure;
};

/** 四长类别: a kind of head, from the packs. */
export type Head = {
  /** Code, such as HOSPITAL_HEAD */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
};

/** 机构 with the heads in it. */
export type BodyEntry = {
  /** 机构 body */
  body?: Maybe<Body>;
  /** 组织 unit */
  unit?: Maybe<Unit>;
  /** 四长类别 heads that hold posts in it */
  heads: Array<Head>;
  /** 人数 distinct persons of the four heads in it */
  persons: Scalars['Count']['output'];
};

/** 机构 as reporting knows it. */
export type Body = {
  /** Opaque id */
  id: Scalars['ID']['output'];
};

/** A page of bodies, by area. */
export type BodyEntryConnection = {
  /** Bodies of the page */
  nodes: Array<BodyEntry>;
  /** Bodies with their cursors */
  edges: Array<BodyEntryEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** A body in a list. */
export type BodyEntryEdge = {
  /** Cursor */
  cursor: Scalars['Cursor']['output'];
  /** The body */
  node: BodyEntry;
};

/** 数据时点: how fresh a figure is. */
export type AsOf = {
  /** 业务日期 the day asked for */
  on: Scalars['LocalDate']['output'];
  /** 取数时间 when it was read */
  at: Scalars['Instant']['output'];
  /** 滞后秒数 seconds between the newest fact known to Kafka and the last one counted; 0: up to date */
  lagSeconds: Scalars['Float']['output'];
};

/** 指标值: a figure, never a bare number. */
export type Figure = {
  /** Value; null unless the state is KNOWN */
  value?: Maybe<Scalars['Float']['output']>;
  /** State */
  state: FigureState;
  /** 单位 unit in the reader's language */
  unit: Scalars['String']['output'];
  /** 口径 definition in the reader's language */
  definition: Scalars['String']['output'];
};

/** 四缺: which units of one level lack posts, funds, premises or staff on a day, from evidence (N3.2). */
export type Lacks = {
  /** 层级 level */
  level: Level;
  /** 组织数 units of the level in force on the day */
  units: Figure;
  /** 四缺 each lack, in the order of the notice */
  lacks: Array<LackFigures>;
  /** 数据时点 */
  asOf: AsOf;
  /** 明细 the units behind the figures, by area */
  records: UnitLacksConnection;
};


/** 四缺: which units of one level lack posts, funds, premises or staff on a day, from evidence (N3.2). */
export type LacksRecordsArgs = {
  lack?: InputMaybe<Lack>;
  state?: InputMaybe<LackState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** 四缺之一: the units by what is known of one lack. */
export type LackFigures = {
  /** Lack */
  lack: Lack;
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 缺 lacking */
  lacking: Figure;
  /** 不缺 not lacking */
  notLacking: Figure;
  /** 未知 not known: counted apart, not as zero */
  unknown: Figure;
  /** 缺的占比 lacking of those of which it is known, per cent */
  rate: Figure;
};

/** 组织 with what is known of its lacks. */
export type UnitLacks = {
  /** 组织 unit */
  unit?: Maybe<Unit>;
  /** 四缺 each lack, in the order of the notice */
  lacks: Array<KnownLack>;
};

/** 四缺之一 of a unit. */
export type KnownLack = {
  /** Lack */
  lack: Lack;
  /** State */
  state: LackState;
  /** 自 true since; null: not known */
  since?: Maybe<Scalars['LocalDate']['output']>;
};

/** A page of units, by area. */
export type UnitLacksConnection = {
  /** Units of the page */
  nodes: Array<UnitLacks>;
  /** Units with their cursors */
  edges: Array<UnitLacksEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
  /** How many there are in all; cheap here */
  totalCount: Scalars['Count']['output'];
};

/** A unit in a list. */
export type UnitLacksEdge = {
  /** Cursor */
  cursor: Scalars['Cursor']['output'];
  /** The unit */
  node: UnitLacks;
};

/** 行业覆盖: how far the employers of each department are covered by units on a day (N2.3d). */
export type SectorCoverage = {
  /** 全部 employers of all departments */
  whole: EmployersCovered;
  /** 部门 by department, in the order of the packs; kinds that no loaded pack knows come last */
  sectors: Array<Sector>;
  /** 数据时点 */
  asOf: AsOf;
  /** 明细 the employers behind the figures, by area */
  records: EmployerCoverageConnection;
};


/** 行业覆盖: how far the employers of each department are covered by units on a day (N2.3d). */
export type SectorCoverageRecordsArgs = {
  department?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<Array<EmployerState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** 部门: the employers whose kinds one department's pack brings. */
export type Sector = {
  /** Department; null: kinds that no loaded pack knows */
  department?: Maybe<Scalars['String']['output']>;
  /** 名称 name in the reader's language; null where there is no department */
  name?: Maybe<Scalars['String']['output']>;
  /** Its employers */
  employers: EmployersCovered;
  /** 单位类别 by kind, in the order of the pack */
  kinds: Array<SectorKind>;
};

/** 单位类别: the employers of one kind. */
export type SectorKind = {
  /** Code */
  kind: Scalars['String']['output'];
  /** 名称 name in the reader's language; the code itself where no loaded pack knows it */
  name: Scalars['String']['output'];
  /** Its employers */
  employers: EmployersCovered;
};

/** 单位: employers, counted by how they are covered. */
export type EmployersCovered = {
  /** 已登记 registered */
  known: Figure;
  /** 已覆盖 covered by a unit, in whatever mode it was founded */
  covered: Figure;
  /** 单独组建 by a unit founded on its own */
  own: Figure;
  /** 区域联建 by one founded jointly by area */
  jointByArea: Figure;
  /** 行业统建 by one founded by industry */
  byIndustry: Figure;
  /** 依托组建 by a hosted one */
  hosted: Figure;
  /** 未覆盖 by none */
  uncovered: Figure;
  /** 覆盖率 covered of registered, per cent */
  rate: Figure;
};

/** 单位 with how it is covered. */
export type EmployerCoverage = {
  /** 单位 the employer */
  employer?: Maybe<Employer>;
  /** 覆盖状态 how it is covered */
  state: EmployerState;
  /** 组织 the unit that covers it; null: none does, or one beyond the reader's jurisdiction */
  unit?: Maybe<Unit>;
  /** 自 covered since; null: not covered */
  since?: Maybe<Scalars['LocalDate']['output']>;
};

/** 单位 as reporting knows it. */
export type Employer = {
  /** Opaque id */
  id: Scalars['ID']['output'];
};

/** A page of employers, by area. */
export type EmployerCoverageConnection = {
  /** Employers of the page */
  nodes: Array<EmployerCoverage>;
  /** Employers with their cursors */
  edges: Array<EmployerCoverageEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
  /** How many there are in all; cheap here */
  totalCount: Scalars['Count']['output'];
};

/** An employer in a list. */
export type EmployerCoverageEdge = {
  /** Cursor */
  cursor: Scalars['Cursor']['output'];
  /** The employer */
  node: EmployerCoverage;
};

/** 活动统计: activities and their figures within an area and a time (N2.2, N3.3). */
export type Work = {
  /** 活动数 activities; a co-hosted one counts once */
  activities: Figure;
  /** 受众人次 person-times, never de-duplicated */
  personTimes: Figure;
  /** 四长带队活动 activities led by one of the four heads */
  ledByHeads: Figure;
  /** 数据 every recorded figure, summed, by code */
  figures: Array<SummedFigure>;
  /** 按条线 by department */
  byDepartment: Array<WorkByDepartment>;
  /** 按月 by month, oldest first */
  byMonth: Array<WorkByMonth>;
  /** 按下级区划 by the areas one level below, by code */
  byArea: Array<WorkByArea>;
  /** 数据时点 */
  asOf: AsOf;
  /** 明细 the activities behind the figures, newest first */
  records: ActivityRecordConnection;
};


/** 活动统计: activities and their figures within an area and a time (N2.2, N3.3). */
export type WorkRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** A figure summed over activities. */
export type SummedFigure = {
  /** Code */
  code: Scalars['String']['output'];
  /** 名称 name in the reader's language; the code itself where no loaded pack knows it */
  name: Scalars['String']['output'];
  /** Sum */
  sum: Figure;
};

/** Activities of one department. */
export type WorkByDepartment = {
  /** Department */
  department: Scalars['String']['output'];
  /** 名称 name in the reader's language */
  name: Scalars['String']['output'];
  /** 活动数 activities */
  activities: Scalars['Count']['output'];
  /** 受众人次 person-times */
  personTimes: Scalars['Count']['output'];
};

/** Activities of one month. */
export type WorkByMonth = {
  /** Month, `YYYY-MM` */
  month: Scalars['String']['output'];
  /** By department, by code */
  byDepartment: Array<WorkByDepartment>;
  /** 活动数 activities */
  activities: Scalars['Count']['output'];
  /** 受众人次 person-times */
  personTimes: Scalars['Count']['output'];
};

/** Activities within one area. */
export type WorkByArea = {
  /** 区划 area */
  area?: Maybe<Area>;
  /** 活动数 activities */
  activities: Scalars['Count']['output'];
  /** 受众人次 person-times */
  personTimes: Scalars['Count']['output'];
};

/** 活动 as reporting knows it. */
export type Activity = {
  /** Opaque id */
  id: Scalars['ID']['output'];
};

/** A page of activities, newest first. */
export type ActivityRecordConnection = {
  /** Activities of the page */
  nodes: Array<Maybe<Activity>>;
  /** Activities with their cursors */
  edges: Array<ActivityRecordEdge>;
  /** Where the page ends */
  pageInfo: PageInfo;
};

/** An activity in a list. */
export type ActivityRecordEdge = {
  /** Cursor */
  cursor: Scalars['Cursor']['output'];
  /** The activity */
  node?: Maybe<Activity>;
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

export type Mutation = {
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInReporting: RetryParkedPayload;
};


export type MutationRetryParkedInReportingArgs = {
  id: Scalars['ID']['input'];
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

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

/** 账户: an account that signs in. A person is not an account. */
export type Account = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 账户名 name to sign in with */
  name: Scalars['String']['output'];
  /** 角色 roles */
  roles: Array<Scalars['String']['output']>;
  /** 须修改密码 whether the password must be changed first */
  mustChangePassword: Scalars['Boolean']['output'];
};

export type Query = {
  /** 本人账户 the account that asks */
  me: Account;
  /** 任命 one appointment; null when there is none */
  appointment?: Maybe<Appointment>;
  /** 任命预查: overlaps and refusals before saving */
  previewMakeAppointment: AppointmentPreview;
  /** 某日在任 appointments of a unit's people for choosing who led an activity: held on a day in any of the units, by rank */
  appointmentsHeld: Array<Appointment>;
  /** 人员 one person; null when there is none */
  person?: Maybe<Person>;
  /** 人员列表 persons, by name */
  persons: PersonConnection;
  /** 职务名称 titles of the loaded packs */
  titles: Array<Title>;
  /** 四长类别 all heads of the loaded packs */
  heads: Array<Head>;
  /** 运行状况 how this service is */
  membershipStatus?: Maybe<ServiceStatus>;
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


export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  head?: InputMaybe<Scalars['String']['input']>;
  within?: InputMaybe<Scalars['AreaCode']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['Cursor']['input']>;
};


export type QueryTitlesArgs = {
  level?: InputMaybe<Level>;
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

/** 组织 as membership knows it. */
export type Unit = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 现任 appointments held on a day in this unit, by rank */
  holders?: Maybe<Array<Appointment>>;
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

export type Mutation = {
  /** 任命: gives a person a seat from a day to a day */
  makeAppointment: MakeAppointmentPayload;
  /** 免职: ends an appointment before its agreed end */
  endAppointment: EndAppointmentPayload;
  /** 登记人员: registers a person */
  registerPerson: RegisterPersonPayload;
  /** 更正人员: puts right what is recorded, or notes a new home job */
  correctPerson: CorrectPersonPayload;
  /** 再试一次: has a running instance try a parked aggregate again, and all that waits behind it. Answers at once; what comes of it shows in the status within seconds. It changes no aggregate, so it has neither a command id nor a mark: the same wish twice is one. */
  retryParkedInMembership: RetryParkedPayload;
};


export type MutationMakeAppointmentArgs = {
  commandId: Scalars['ID']['input'];
  input: MakeAppointmentInput;
};


export type MutationEndAppointmentArgs = {
  commandId: Scalars['ID']['input'];
  input: EndAppointmentInput;
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

/** 人员: a person of the network. Phone and identity number are masked in each answer. */
export type Person = {
  /** Opaque id */
  id: Scalars['ID']['output'];
  /** 姓名 name */
  name: Scalars['String']['output'];
  /** 电话 phone, masked (138****8000); null: none known */
  phone?: Maybe<Scalars['String']['output']>;
  /** 身份证号 identity number, masked; null: none known */
  identityNumber?: Maybe<Scalars['String']['output']>;
  /** 本职 home jobs, newest first */
  homeJobs: Array<HomeJob>;
  /** 四长类别 the head that the person is on a day; null: none */
  head?: Maybe<Head>;
  /** 任职经历 posts past and present, newest first */
  appointments: Array<Appointment>;
  /** Version, for changes by two people */
  version: Scalars['Int']['output'];
};


/** 人员: a person of the network. Phone and identity number are masked in each answer. */
export type PersonHeadArgs = {
  on?: InputMaybe<Scalars['LocalDate']['input']>;
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

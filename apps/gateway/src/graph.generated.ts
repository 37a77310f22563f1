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

/** Where a page of a list begins and ends. */
export type PageInfo = {
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Cursor of the last entry; null on an empty page. */
  endCursor?: Maybe<Scalars['Cursor']['output']>;
};

export type Query = {
  /** 事实主题 topics that can be followed, with their kinds of fact */
  factTopics: Array<FactTopic>;
};

/** 主题: a stream of facts. */
export type FactTopic = {
  /** Topic, as in Kafka */
  topic: Scalars['String']['output'];
  /** Types of fact in it */
  types: Array<FactType>;
};

/** 事实类型: a kind of fact. */
export type FactType = {
  /** Type with version */
  type: Scalars['String']['output'];
  /** 含义 what it says, in the reader's language */
  summary: Scalars['String']['output'];
};

/** 事实: one fact as published. */
export type Fact = {
  /** 位置 position after this fact: send it as `from` to go on without gap; keep the last sequence of each subject */
  position: Scalars['String']['output'];
  /** 主题 topic */
  topic: Scalars['String']['output'];
  /** 类型 type with version */
  type: Scalars['String']['output'];
  /** Aggregate id */
  subject: Scalars['String']['output'];
  /** Sequence within the aggregate */
  sequence: Scalars['Int']['output'];
  /** Mark to send back in `sizhang-after`: what is asked with it waits until the services know of this fact */
  mark: Scalars['String']['output'];
  /** When it was recorded */
  time: Scalars['Instant']['output'];
  /** Data, JSON text as the schema of the type says */
  data: Scalars['String']['output'];
};

export type Subscription = {
  /** 事实流 facts as they are published */
  facts: Fact;
};


export type SubscriptionFactsArgs = {
  topics?: InputMaybe<Array<Scalars['String']['input']>>;
  from?: InputMaybe<Scalars['String']['input']>;
};

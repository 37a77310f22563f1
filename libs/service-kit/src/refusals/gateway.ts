import { refusals } from './refusal'

/** Refusals that the gateway gives, and those of accounts, which people meet at its door. */
export const gatewayRefusals = refusals({
  SIGN_IN_REFUSED: {
    family: 'UNAUTHENTICATED',
    zh: { message: '账户或密码不正确', hint: '请核对后重新输入；忘记密码请联系市科协管理员。' },
    en: { message: 'Account or password is wrong', hint: 'Check both and try again; ask the administrator if you forgot the password.' },
  },
  SIGN_IN_LIMITED: {
    family: 'RATE_LIMITED',
    zh: { message: '登录尝试过多，请 {minutes} 分钟后再试', hint: '忘记密码请联系邀请您的人，由其重新发送邀请链接。' },
    en: {
      message: 'Too many attempts to sign in; try again in {minutes} minutes',
      hint: 'If you forgot the password, ask whoever invited you for a new link.',
    },
  },
  SIGN_IN_CHALLENGE_OVER: {
    family: 'UNAUTHENTICATED',
    zh: { message: '输入验证码的时间已过', hint: '请重新输入账户和密码，并在五分钟内输入验证码。' },
    en: { message: 'The time for the code is over', hint: 'Enter account and password again, and the code within five minutes.' },
  },
  SECOND_FACTOR_CODE_REFUSED: {
    family: 'BAD_USER_INPUT',
    rule: 'RFC 6238',
    zh: {
      message: '验证码不正确、已过期或已用过',
      hint: '请等手机上出现下一个验证码后再输入，并核对手机时间；手机不在身边，请用恢复码。',
    },
    en: {
      message: 'The code is wrong, over or used already',
      hint: 'Wait for the next code and check the clock of your phone; without the phone, use a recovery code.',
    },
  },
  CODE_LIMITED: {
    family: 'RATE_LIMITED',
    zh: { message: '验证码尝试过多，请 {minutes} 分钟后再试', hint: '手机和恢复码都不在了，请联系有权管理您账户的人取消两步验证。' },
    en: {
      message: 'Too many codes were tried; try again in {minutes} minutes',
      hint: 'If you lost both phone and recovery codes, ask whoever manages your account to remove the second factor.',
    },
  },
  SECOND_FACTOR_MUST_BE_ENROLLED: {
    family: 'FORBIDDEN',
    zh: { message: '请先启用两步验证', hint: '管理账户、运维系统、查看完整号码的账户须启用；启用后即可使用全部功能。' },
    en: {
      message: 'Set up a second factor first',
      hint: 'Accounts that let others in, run the system or look at whole numbers need one; everything else is open to you after that.',
    },
  },
  SECOND_FACTOR_NOT_OFFERED: {
    family: 'CONFLICT',
    zh: { message: '还没有可以确认的密钥', hint: '请从第一步重新开始，扫描新的二维码。' },
    en: { message: 'There is no secret to be confirmed', hint: 'Begin again, and scan the new QR code.' },
  },
  SECOND_FACTOR_OFFER_OVER: {
    family: 'CONFLICT',
    zh: {
      message: '二维码显示已超过 {minutes} 分钟，不再有效',
      hint: '请换一个二维码：重新输入密码，扫描新的二维码；手机上用旧二维码添加的条目请删去。',
    },
    en: {
      message: 'The QR code was shown more than {minutes} minutes ago and is over',
      hint: 'Take another QR code: enter your password, scan the new one, and delete from your phone what the old one added.',
    },
  },
  SECOND_FACTOR_NONE: {
    family: 'CONFLICT',
    zh: { message: '该账户没有启用两步验证', hint: '请刷新页面查看现状。' },
    en: { message: 'The account has no second factor', hint: 'Reload the page to see how it is now.' },
  },
  SECOND_FACTOR_IS_OWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '不能取消自己的两步验证', hint: '换手机请在“我的登录”重新启用；都丢了，请由其他管理员办理。' },
    en: {
      message: 'Nobody takes away his own second factor',
      hint: 'For another phone, set it up anew under “My sign-in”; if all is lost, ask another administrator.',
    },
  },
  IDENTITY_PROVIDER_NONE: {
    family: 'NOT_FOUND',
    zh: { message: '本系统没有接入统一身份认证', hint: '请用账户和密码登录。' },
    en: { message: 'No identity provider is set up here', hint: 'Sign in with account and password.' },
  },
  IDENTITY_PROVIDER_AWAY: {
    family: 'UNAVAILABLE',
    zh: { message: '统一身份认证暂时没有应答', hint: '请稍后再试，或用账户和密码登录。' },
    en: { message: 'The identity provider does not answer now', hint: 'Try again soon, or sign in with account and password.' },
  },
  IDENTITY_REFUSED: {
    family: 'UNAUTHENTICATED',
    zh: { message: '统一身份认证没有成功', hint: '请重新开始；仍不成功，请用账户和密码登录，并告诉运维人员。' },
    en: {
      message: 'The identity provider did not vouch for you',
      hint: 'Begin again; if it still fails, sign in with account and password, and tell the operator.',
    },
  },
  IDENTITY_NOT_LINKED: {
    family: 'UNAUTHENTICATED',
    zh: {
      message: '您在统一身份认证中的身份还没有关联账户',
      hint: '请先用账户和密码登录，在“我的登录”里关联；没有账户，请向管理员申请邀请链接。',
    },
    en: {
      message: 'No account is linked to who you are at the identity provider',
      hint: 'Sign in with account and password and link it under “My sign-in”; without an account, ask the administrator for an invitation.',
    },
  },
  IDENTITY_TAKEN: {
    family: 'CONFLICT',
    zh: { message: '这个身份已关联另一个账户', hint: '请先用那个账户登录，在“我的登录”里解除关联；登录不了，请管理员解除。' },
    en: {
      message: 'Who you are at the identity provider opens another account',
      hint: 'Sign in with that account and unlink it under “My sign-in”, or ask the administrator to.',
    },
  },
  IDENTITY_LINKED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '该账户已关联统一身份认证', hint: '要换一个身份，请先解除现在的关联。' },
    en: { message: 'The account is linked already', hint: 'To link somebody else, unlink it first.' },
  },
  IDENTITY_NONE: {
    family: 'CONFLICT',
    zh: { message: '该账户没有关联统一身份认证', hint: '请刷新页面查看现状。' },
    en: { message: 'The account is not linked to the identity provider', hint: 'Reload the page to see how it is now.' },
  },
  IDENTITY_ONLY_WAY_IN: {
    family: 'CONFLICT',
    zh: { message: '该账户没有密码，解除关联后就登录不了', hint: '请向邀请您的人要一个新的邀请链接，用它设密码，关联随即解除。' },
    en: {
      message: 'The account has no password: unlinked, nothing would open it',
      hint: 'Ask whoever invited you for a new link and choose a password by it; that unlinks the account.',
    },
  },
  IDENTITY_IS_OWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '自己的关联不在这里解除', hint: '请在“我的登录”里输入密码后解除。' },
    en: { message: 'Your own account is not unlinked here', hint: 'Do so under “My sign-in”, with your password.' },
  },
  IDENTITY_NEEDS_PASSWORD: {
    family: 'CONFLICT',
    zh: { message: '该账户须启用两步验证，请先设密码', hint: '请设密码接受邀请，启用两步验证后，再在“我的登录”里关联统一身份认证。' },
    en: {
      message: 'The account needs a second factor, and a password before that',
      hint: 'Accept the invitation with a password, set up the second factor, then link the account under “My sign-in”.',
    },
  },
  PASSWORD_MUST_BE_CHANGED: {
    family: 'FORBIDDEN',
    zh: { message: '请先修改初始密码', hint: '修改密码后即可使用全部功能。' },
    en: { message: 'Change the first password first', hint: 'Everything else is open to you after that.' },
  },
  PASSWORD_WRONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '现在的密码不正确', hint: '请重新输入现在使用的密码。' },
    en: { message: 'The present password is wrong', hint: 'Enter the password that you use now.' },
  },
  PASSWORD_TOO_SHORT: {
    family: 'BAD_USER_INPUT',
    zh: { message: '新密码过短：至少 {min} 个字符', hint: '几个词连起来容易记也足够长。' },
    en: {
      message: 'The new password is too short: at least {min} characters',
      hint: 'A few words in a row are long and easy to keep in mind.',
    },
  },
  PASSWORD_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    zh: { message: '新密码过长：最多 {max} 个字符', hint: '请缩短。' },
    en: { message: 'The new password is too long: at most {max} characters', hint: 'Shorten it.' },
  },
  PASSWORD_GUESSED: {
    family: 'BAD_USER_INPUT',
    zh: {
      message: '这个密码太容易被猜到：是常见密码、账户名或系统名，或只是加了数字、重复几遍',
      hint: '请用几个互不相关的词连成密码，不要用名称、日期和键盘顺序。',
    },
    en: {
      message:
        'The password is among the first that are guessed: a common one, the name of account or product, with digits or again and again',
      hint: 'Take a few words that have nothing to do with each other; no names, dates or rows of keys.',
    },
  },
  PASSWORD_UNCHANGED: {
    family: 'BAD_USER_INPUT',
    zh: { message: '新密码与现在的密码相同', hint: '请换一个密码。' },
    en: { message: 'The new password is the present one', hint: 'Choose another.' },
  },
  REQUEST_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '请求内容有误：{problem}', hint: '请对照接口文档修改。' },
    en: { message: 'The request is wrong: {problem}', hint: 'Compare it with the documentation.' },
  },
  BODY_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '请求内容过大：最多 {max} 字节', hint: '请分成几次发送；文件请用文件接口上传。' },
    en: { message: 'The request is too large: at most {max} bytes', hint: 'Send it in parts; files have routes of their own.' },
  },
  CONTENT_TYPE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '不接受“{value}”格式的内容', hint: '请使用 application/json。' },
    en: { message: 'Content of type “{value}” is not taken here', hint: 'Send application/json.' },
  },
  ORIGIN_FOREIGN: {
    family: 'FORBIDDEN',
    zh: { message: '请求来自其他网站（{value}）', hint: '请在本系统的页面中操作。' },
    en: { message: 'The request comes from another site ({value})', hint: 'Use the pages of this system.' },
  },
  QUERY_TOO_DEEP: {
    family: 'BAD_USER_INPUT',
    zh: { message: '查询嵌套 {value} 层，最多 {max} 层', hint: '请拆成几次查询。' },
    en: { message: 'The query is {value} levels deep; at most {max}', hint: 'Ask in several queries.' },
  },
  TOO_MANY_ALIASES: {
    family: 'BAD_USER_INPUT',
    zh: { message: '查询有 {value} 个别名，最多 {max} 个', hint: '请拆成几次查询。' },
    en: { message: 'The query has {value} aliases; at most {max}', hint: 'Ask in several queries.' },
  },
  TOO_MANY_FIELDS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '查询有 {value} 个字段，最多 {max} 个', hint: '请拆成几次查询；片段每引用一次就计一次。' },
    en: {
      message: 'The query has {value} fields; at most {max}',
      hint: 'Ask in several queries; a fragment counts each time it is spread.',
    },
  },
  TOO_MANY_RECORDS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '查询最多要取 {value} 条记录，上限 {max} 条', hint: '请减小每页条数 first，或拆成几次查询。' },
    en: {
      message: 'The query asks for up to {value} records; at most {max}',
      hint: 'Ask for smaller pages by first, or in several queries.',
    },
  },
  TOO_MANY_REQUESTS: {
    family: 'RATE_LIMITED',
    zh: { message: '请求过于频繁：每分钟最多 {max} 次', hint: '请在 {seconds} 秒后再试；程序请按 Retry-After 等待。' },
    en: { message: 'Too many requests: at most {max} a minute', hint: 'Try again in {seconds} s; a program waits as Retry-After says.' },
  },
  QUERY_NOT_KNOWN: {
    family: 'FORBIDDEN',
    zh: { message: '您的角色只能使用本系统页面中的查询', hint: '需要自拟查询的，请向管理员申请分析员角色。' },
    en: {
      message: 'Your role asks what the pages of this system ask, and nothing else',
      hint: 'To ask in your own words, request the role of an analyst.',
    },
  },
  SUBSCRIPTION_NEEDS_SOCKET: {
    family: 'BAD_USER_INPUT',
    zh: { message: '订阅须通过 WebSocket 或 /facts 事件流', hint: '请用 graphql-ws 协议连接 /graphql，或用 GET /facts。' },
    en: {
      message: 'A subscription needs a WebSocket or the event stream at /facts',
      hint: 'Connect to /graphql by graphql-ws, or use GET /facts.',
    },
  },
  SOCKET_FOR_SUBSCRIPTIONS: {
    family: 'BAD_USER_INPUT',
    zh: { message: 'WebSocket 只用于订阅', hint: '查询和变更请用 POST /graphql。' },
    en: { message: 'The WebSocket is for subscriptions alone', hint: 'Send queries and mutations by POST /graphql.' },
  },
  TOPIC_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有名为“{value}”的主题', hint: '请从 factTopics 中选择。' },
    en: { message: 'There is no topic “{value}”', hint: 'Choose from factTopics.' },
  },
  STREAM_POSITION_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '“{value}”不是事实流的位置', hint: '请用此前收到的位置、带时区的时间（如 2026-03-31T08:00:00+08:00）或 start。' },
    en: {
      message: '“{value}” is no position in the stream of facts',
      hint: 'Use a position that you were given, a time with its zone (such as 2026-03-31T08:00:00+08:00), or start.',
    },
  },
})

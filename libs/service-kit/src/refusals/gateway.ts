import { refusals } from './refusal'

/** Refusals that the gateway gives, and those of accounts, which people meet at its door. */
export const gatewayRefusals = refusals({
  SIGN_IN_REFUSED: {
    family: 'UNAUTHENTICATED',
    zh: { message: '账户或密码不正确', hint: '请核对后重新输入；忘记密码请联系市科协管理员。' },
    en: { message: 'Account or password is wrong', hint: 'Check both and try again; ask the administrator if you forgot the password.' },
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
  FILE_TOO_LARGE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '文件过大：最多 {max} 兆字节', hint: '请把文件分成几份。' },
    en: { message: 'The file is too large: at most {max} MB', hint: 'Split it into several files.' },
  },
})

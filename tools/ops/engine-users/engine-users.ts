import { Problem } from '@sizhang/engines'
import type { OpsSettings } from '../settings'
import { engineUsers, kafkaRightsOf, mongoRolesOf, signInName, type EngineUser, type KafkaRight } from './engine-rights'

type Say = (line: string) => void

/**
 * `engine-users kafka | mongo`: prints the commands by which an administrator of the engines makes a user with least rights for each app. It
 * changes nothing itself, and knows no password: Kafka's command reads it from a file that the shell makes of a variable, MongoDB's asks for it.
 */
export async function engineUsersFor(settings: OpsSettings, engine: string, say: Say): Promise<boolean> {
  const lines = engine === 'kafka' ? kafkaCommands(settings) : engine === 'mongo' ? mongoCommands(settings) : undefined
  if (!lines)
    throw new Problem(`engine-users 之后应为 kafka 或 mongo，不是“${engine}”。`, `engine-users takes kafka or mongo, not "${engine}".`)
  for (const line of lines) say(line)
  return true
}

/** For a bash in Kafka's `bin` folder. Passwords stand in no argument: everybody on the machine could read it in the list of processes. */
export function kafkaCommands({ kafka: { brokers, topicPrefix } }: Pick<OpsSettings, 'kafka'>): string[] {
  const at = `--bootstrap-server ${brokers.join()} --command-config admin.properties`
  return [
    '# 用 bash 在 Kafka 的 bin 文件夹中执行；admin.properties 是 Kafka 管理员的连接设置；口令（不含反斜杠）先放入变量，如 ORGANIZATION_PASSWORD，不必 export。',
    '# In a bash, in the bin folder of Kafka. admin.properties: how its administrator connects. Passwords, without a backslash, from variables',
    '# such as ORGANIZATION_PASSWORD, which need not be exported.',
    ...engineUsers.flatMap((user) => [
      `./kafka-configs.sh ${at} --alter --entity-type users --entity-name ${signInName(user, topicPrefix)} --add-config-file ${passwordFile(user)}`,
      ...kafkaRightsOf(user, topicPrefix).map(
        (right) => `./kafka-acls.sh ${at} --add --force --allow-principal User:${signInName(user, topicPrefix)} ${words(right)}`,
      ),
    ]),
  ]
}

/** Without the brackets that `--add-config` has: in a file they would be a part of the value. */
function passwordFile(user: EngineUser): string {
  return `<(printf 'SCRAM-SHA-512=password=%s\\n' "\${${user.toUpperCase()}_PASSWORD:?}")`
}

function words({ on, name, pattern, operations }: KafkaRight): string {
  // Kafka knows no empty prefix: all there are have a name of their own.
  const named = name === '' ? `'*'` : `'${name}' --resource-pattern-type ${pattern}`
  return [...operations.map((operation) => `--operation ${operation}`), `--${on} ${named}`].join(' ')
}

/** For mongosh, signed in as whoever may make users. */
export function mongoCommands({ databasePrefix }: Pick<OpsSettings, 'databasePrefix'>): string[] {
  return [
    '// 在 mongosh 中执行，逐个输入口令。In mongosh; it asks for each password.',
    "db = db.getSiblingDB('admin')",
    ...engineUsers.flatMap((user) => {
      const roles = mongoRolesOf(user, databasePrefix)
      return roles.length === 0
        ? []
        : [`db.createUser({ user: '${signInName(user, databasePrefix)}', pwd: passwordPrompt(), roles: ${JSON.stringify(roles)} })`]
    }),
  ]
}

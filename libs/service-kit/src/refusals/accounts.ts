import { refusals } from './refusal'

/** Refusals about accounts, what they may do, and whose it is to say so. */
export const accountRefusals = refusals({
  ACCOUNT_NAME_INVALID: {
    family: 'BAD_USER_INPUT',
    zh: { message: '账户名“{value}”有误：以文字或数字开头，只含文字、数字和 . _ -', hint: '请修改，例如 dongting.sec。' },
    en: {
      message: 'Account name “{value}” is wrong: letters, digits and . _ - only, a letter or digit first',
      hint: 'Change it, such as to dongting.sec.',
    },
  },
  ACCOUNT_NAME_TAKEN: {
    family: 'CONFLICT',
    zh: { message: '账户名已被使用', hint: '请换一个账户名，或在账户列表中查找原有账户。' },
    en: { message: 'The account name is taken', hint: 'Choose another, or look for the account that has it.' },
  },
  ACCOUNT_CLOSED_ALREADY: {
    family: 'CONFLICT',
    zh: { message: '账户已停用', hint: '停用的账户不能再使用；请另行邀请。' },
    en: { message: 'The account is closed', hint: 'A closed account stays so; invite a new one.' },
  },
  ACCOUNT_NOT_OPENED: {
    family: 'CONFLICT',
    zh: { message: '对方尚未接受邀请，暂不能再授权', hint: '等对方设好密码后再授权；链接丢了请重新发送邀请。' },
    en: {
      message: 'The invitation has not been accepted yet',
      hint: 'Grant more once the password is chosen; send a new link if the old one is lost.',
    },
  },
  GRANTS_TOO_MANY: {
    family: 'CONFLICT',
    zh: { message: '一个账户最多有 {max} 项有效授权', hint: '请先收回不再需要的授权，或授予上一级区划。' },
    en: { message: 'An account has at most {max} open grants', hint: 'End those that are not needed, or grant the area above.' },
  },
  PERSON_HAS_ACCOUNT: {
    family: 'CONFLICT',
    zh: { message: '此人已有账户', hint: '请在账户列表中查找；丢了链接或密码，重新发送邀请。' },
    en: { message: 'The person has an account', hint: 'Look for it in the list of accounts; send a new link if it is lost.' },
  },
  PERSON_LINK_NOT_YOURS: {
    family: 'FORBIDDEN',
    rule: 'design §7',
    zh: {
      message: '与人员关联的账户由市科协管理员办理',
      hint: '此人的职务随时可能带来更大的权限；请联系市科协管理员，或不关联人员而直接授权。',
    },
    en: {
      message: 'An account that is linked to a person is the administrator’s to invite, renew and close',
      hint: 'The person’s seats may give more at any time; ask the administrator, or grant a role without the link.',
    },
  },
  ACCOUNT_IS_OWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '不能停用自己的账户', hint: '请由其他管理员办理。' },
    en: { message: 'Nobody closes his own account', hint: 'Ask another administrator.' },
  },
  OWN_ADMINISTRATION: {
    family: 'BAD_USER_INPUT',
    rule: 'design §7',
    zh: { message: '不能收回自己的管理员授权', hint: '请由其他管理员办理，以保证始终有管理员。' },
    en: { message: 'Nobody ends his own administration', hint: 'Ask another administrator: so there is always one.' },
  },
  ROLE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有角色“{value}”', hint: '请从角色中选择。' },
    en: { message: 'No role “{value}”', hint: 'Choose one of the roles.' },
  },
  JURISDICTION_NOT_FOR_ROLE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '角色“{value}”不能授予这种辖区', hint: '该角色可用的辖区：{allowed}。' },
    en: { message: 'Role “{value}” cannot have such a jurisdiction', hint: 'The role takes: {allowed}.' },
  },
  JURISDICTION_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '辖区只能是区划或组织之一', hint: '请只填写一项。' },
    en: { message: 'A jurisdiction is an area or a unit, not both', hint: 'Give one of them.' },
  },
  JURISDICTION_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有找到辖区“{value}”', hint: '请从名录中选择。' },
    en: { message: 'No area or unit “{value}”', hint: 'Choose from the list.' },
  },
  GRANT_ENDS_BEFORE_IT_STARTS: {
    family: 'BAD_USER_INPUT',
    zh: { message: '授权截止日期 {value} 须晚于开始日期 {from}', hint: '请核对起止日期。' },
    en: { message: 'The grant ends on {value}, before or on its first day {from}', hint: 'Check both days.' },
  },
  GRANT_END_OUTSIDE_IT: {
    family: 'BAD_USER_INPUT',
    zh: { message: '收回日期 {value} 须不早于今天（{today}），且早于原截止日期（{until}）', hint: '请核对日期；已到期的授权无须收回。' },
    en: {
      message: 'It cannot end on {value}: not before today ({today}), and before its end ({until})',
      hint: 'Check the day; a grant that is over need not be ended.',
    },
  },
  GRANT_BEYOND_OWN: {
    family: 'FORBIDDEN',
    rule: 'design §7',
    zh: { message: '不能授予或收回超出自己权限、辖区或期限的角色“{value}”', hint: '请由上级或市科协管理员办理。' },
    en: { message: 'Nobody grants or ends more than he has: role “{value}”', hint: 'Ask the association above, or the administrator.' },
  },
  AUDITOR_STANDS_APART: {
    family: 'CONFLICT',
    rule: 'GB/T 22239-2019',
    zh: { message: '角色“{value}”与该账户的其他授权冲突：审计员不得同时办理业务或管理系统', hint: '请另开账户，或先收回冲突的授权。' },
    en: {
      message: 'Role “{value}” conflicts with what the account was granted: an auditor changes nothing himself',
      hint: 'Open another account, or end the other grant first.',
    },
  },
  PROPOSAL_NOT_OPEN: {
    family: 'CONFLICT',
    rule: 'GB/T 22239-2019',
    zh: { message: '这项待确认的授权已不存在：已确认、已拒绝、已撤回或已过 7 天', hint: '请刷新页面查看现状；如仍需要，请重新授权。' },
    en: {
      message: 'This proposal is not open any more: confirmed, refused, withdrawn, or older than 7 days',
      hint: 'Reload to see how it stands; propose it again if it is still needed.',
    },
  },
  PROPOSAL_IS_OWN: {
    family: 'FORBIDDEN',
    rule: 'GB/T 22239-2019',
    zh: { message: '自己提出的授权不能由自己确认或拒绝', hint: '请由另一位有同样权限的人确认；如不再需要，请撤回。' },
    en: {
      message: 'Nobody confirms or refuses what he proposed himself',
      hint: 'Ask another who could have granted it; withdraw it if it is not needed.',
    },
  },
  PROPOSAL_NOT_OWN: {
    family: 'FORBIDDEN',
    zh: { message: '只有提出的人可以撤回', hint: '如不同意，请选择“不同意”。' },
    en: { message: 'Only who proposed it withdraws it', hint: 'Refuse it if you do not agree.' },
  },
  PROPOSER_LACKS_IT: {
    family: 'CONFLICT',
    rule: 'design §7',
    zh: { message: '提出这项授权（角色“{value}”）的人现在已没有相应的权限', hint: '请拒绝；如仍需要，由有权限的人重新授权。' },
    en: {
      message: 'Whoever proposed the role “{value}” could not grant it any more',
      hint: 'Refuse it; if it is still needed, somebody who may grants it anew.',
    },
  },
  PROPOSER_REOPENED: {
    family: 'FORBIDDEN',
    rule: 'GB/T 22239-2019',
    zh: {
      message: '提出这项授权（角色“{value}”）的账户 7 天内由他人重新开通过（新链接，或取消两步验证），暂不能确认',
      hint: '请由另一位有同样权限的人重新提出；如不同意，请拒绝。',
    },
    en: {
      message: 'Whoever proposed the role “{value}” was given another way in by somebody else within 7 days: it cannot be confirmed',
      hint: 'Have another who may grant it propose it anew, or refuse it.',
    },
  },
  REOPENED_LATELY: {
    family: 'FORBIDDEN',
    rule: 'GB/T 22239-2019',
    zh: {
      message: '您的账户 7 天内由他人重新开通过（新链接，或取消两步验证），暂不能提出或确认角色“{value}”',
      hint: '请由另一位有同样权限的人办理，或满 7 天后再办理。',
    },
    en: {
      message: 'Somebody else gave your account another way in within 7 days: it neither proposes nor confirms the role “{value}”',
      hint: 'Ask another who could grant it, or wait until the 7 days are over.',
    },
  },
  INVITATION_IS_OWN: {
    family: 'BAD_USER_INPUT',
    rule: 'GB/T 22239-2019',
    zh: { message: '不能给自己的账户发新链接', hint: '改密码请到“我的登录”；登录不了的，请由另一位管理员发送。' },
    en: { message: 'Nobody sends his own account a new link', hint: 'Change the password under “My sign-in”, or ask another who invites.' },
  },
  SEAT_GIVES_ROLE_OF_TWO: {
    family: 'FORBIDDEN',
    rule: 'GB/T 22239-2019',
    zh: {
      message: '任此职的人得到角色“{value}”：设置这个职务和办理任职须是两人，且账户 7 天内未由他人重新开通',
      hint: '请由另一位有同样权限的人办理任职；或另设不附带角色的职务。',
    },
    en: {
      message:
        'Whoever holds this seat has the role “{value}”: one creates the seat and another gives it, neither let in anew by somebody else within 7 days',
      hint: 'Ask another who could grant the role to appoint, or create a seat without a role.',
    },
  },
  DELEGATE_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有可以代理的账户“{value}”：不存在、尚未接受邀请或已停用', hint: '请填写代理人登录时用的账户名，不是姓名。' },
    en: {
      message: 'No account “{value}” that could act: there is none, its invitation is not accepted yet, or it is closed',
      hint: 'Give the name that the other signs in with.',
    },
  },
  DELEGATIONS_TOO_MANY: {
    family: 'CONFLICT',
    zh: {
      message: '未结束的代理太多：一个账户最多接受 {received} 项、委托 {given} 项，同一人委托给同一账户最多 {ofOne} 项',
      hint: '请先终止不再需要的代理；委托人和代理人都可以终止。',
    },
    en: {
      message: 'Too many delegations are open: an account has at most {received}, gives {given}, and {ofOne} to the same account',
      hint: 'End those that are not needed; either of the two can.',
    },
  },
  DELEGATION_TO_ONESELF: {
    family: 'BAD_USER_INPUT',
    zh: { message: '不能委托给自己', hint: '请填写另一人的账户名。' },
    en: { message: 'Nobody acts in his own place', hint: 'Give the account name of somebody else.' },
  },
  DELEGATION_BEFORE_TODAY: {
    family: 'BAD_USER_INPUT',
    zh: { message: '代理开始日期 {value} 早于今天（{today}）', hint: '请选择今天或以后的日期。' },
    en: { message: 'A delegation cannot begin on {value}, before today ({today})', hint: 'Choose today or a day to come.' },
  },
  DELEGATION_TOO_LONG: {
    family: 'BAD_USER_INPUT',
    rule: 'design §7',
    zh: { message: '代理最长 {max} 天，截止日期 {value} 太晚', hint: '请选择较早的日期；到期后如仍需要，可以再设。' },
    en: { message: 'A delegation lasts at most {max} days; {value} is too late', hint: 'Choose an earlier day; it can be made again.' },
  },
  DELEGATION_BEYOND_OWN: {
    family: 'FORBIDDEN',
    rule: 'design §7',
    zh: {
      message: '角色“{value}”在这个辖区、这些日子里不全是您自己的权限，不能委托',
      hint: '请选择自己的授权，辖区和日期不要超出；别人委托给您的不能再委托。',
    },
    en: {
      message: 'Role “{value}” is not your own there on all of these days',
      hint: 'Choose one of your own grants, its place and its days; what was delegated to you is not delegated on.',
    },
  },
  DELEGATION_OVER: {
    family: 'CONFLICT',
    zh: { message: '这项代理已于 {value} 结束', hint: '无须再终止。' },
    en: { message: 'The delegation was over on {value}', hint: 'There is nothing left to end.' },
  },
  VERB_UNKNOWN: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有权限“{value}”', hint: '请从权限目录中选择。' },
    en: { message: 'No right “{value}”', hint: 'Choose one of the list of rights.' },
  },
  WHERE_TWICE: {
    family: 'BAD_USER_INPUT',
    zh: { message: '区划、组织、人员只能填写一项', hint: '请只保留一项。' },
    en: { message: 'Ask about one of an area, a unit and a person', hint: 'Leave one of them.' },
  },
  WHERE_MISSING: {
    family: 'BAD_USER_INPUT',
    zh: { message: '没有指明组织或人员', hint: '请选择一个组织或一个人员。' },
    en: { message: 'Neither a unit nor a person is named', hint: 'Choose a unit or a person.' },
  },
  EXPLANATION_NOT_YOURS: {
    family: 'FORBIDDEN',
    rule: 'design §7',
    zh: { message: '这里的账户和授权不归您查看', hint: '自己的权限和自己的信息随时可查；其他请联系上级或市科协管理员。' },
    en: {
      message: 'Who may do what here is not for you to see',
      hint: 'Of yourself you can always ask; for the rest ask the association above, or the administrator.',
    },
  },
})

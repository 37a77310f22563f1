import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { DelegationsApi, DelegationsOfAccountApi } from './delegations.api'
import { DelegationNodes } from './delegation-nodes'

/** 代理: what one account does in the place of another. They are kept with the account that does it. */
@Module({ imports: [AccountsModule], providers: [DelegationNodes, DelegationsApi, DelegationsOfAccountApi] })
export class DelegationsModule {}

import { Schema } from 'mongoose'

/** How accounts are kept, and by what they are found. */
export const schema = new Schema({ _id: { type: String, required: true }, name: { type: String, required: true }, search: [String] })
schema.index({ name: 1 }, { unique: true, name: 'account-name' })
schema.index({ 'invitation.key': 1 }, { sparse: true })
schema.index({ 'grants.path': 1, name: 1 })
schema.index({ 'proposals.lapsesAt': 1 }, { sparse: true })
schema.index({ 'delegations.by': 1 }, { sparse: true })
schema.index({ 'delegations.id': 1 }, { sparse: true })
schema.index(
  { 'identity.key': 1 },
  { unique: true, name: 'account-identity', partialFilterExpression: { 'identity.key': { $type: 'string' } } },
)
schema.index(
  { personId: 1 },
  { unique: true, name: 'account-person', partialFilterExpression: { personId: { $type: 'string' }, closed: false } },
)

// as apps/membership/src/appointments/appointments.domain.ts
import { Injectable } from '@nestjs/common'
import type { Model } from 'mongoose'
import { loadPacks } from '@sizhang/packs'
import { seats } from './appointments.store'

export const all: [typeof Injectable, Model<object>, typeof loadPacks, typeof seats] | null = null

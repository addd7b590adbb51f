import { declarations } from '../declarations.ts'

declarations()

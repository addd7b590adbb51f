import { agreement } from './results.ts'

agreement()

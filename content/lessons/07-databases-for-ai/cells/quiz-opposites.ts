import { cosine, embedded, value } from 'engine'

const texts: Record<string, string> = { more: 'more nuts', pie: 'lemon pie', allergy: 'allergy' }
const own = embedded('no nuts')!
const scores = Object.entries(texts).map(([id, text]) => ({ id, score: cosine(own, embedded(text)!) }))
scores.sort((a, b) => b.score - a.score)
console.table(scores)
value('nearest', scores[0]!.id)
value('more', cosine(own, embedded(texts['more']!)!).toFixed(2))
value('allergy', cosine(own, embedded(texts['allergy']!)!).toFixed(2))

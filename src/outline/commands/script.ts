import { addressOf, composeText } from './compose.ts'
import type { Commands, StatementStep, Step } from './steps.ts'

/**
 * The runner: one Bash script with its compose file inside. It starts the cluster, plays the steps, prints the table of
 * outcomes beside the model's, and takes the cluster down again.
 */
export function scriptText(title: string, commands: Commands): string {
  const { system, version, nodes, steps, notes } = commands
  const unsure = steps.filter((step): step is StatementStep => isStatement(step) && step.unsure !== undefined)
  const product = system === 'cassandra' ? 'Apache Cassandra' : 'MongoDB'
  return `#!/usr/bin/env bash
# ${title}, on a real cluster: ${product} ${version}, ${nodes.length} nodes, in Docker.
# Needs Docker with compose, and about ${nodes.length} GB of memory. Starts a cluster, plays the plan, prints what came, takes it down.
#
# What holds for all of it:
${notes.map((note) => `#   ${note}`).join('\n')}
# Lines that the model can't promise${unsure.length === 0 ? ': none.' : ':'}
${unsure.map(({ id, unsure: why }) => `#   ${id}: ${why}\n`).join('')}
set -u
folder=$(mktemp -d)
export COMPOSE_PROJECT_NAME=anti-entropy COMPOSE_FILE=$folder/compose.yaml
trap 'docker compose down -v --timeout 1 >/dev/null 2>&1; rm -rf "$folder"' EXIT
cat > "$COMPOSE_FILE" <<'COMPOSE'
${composeText(commands)}COMPOSE

container() { docker compose ps -aq "$1"; }
${system === 'cassandra' ? cassandraRunner(nodes) : mongodbRunner(commands)}
# Docker does these to a whole node.
kill_node() { docker kill "$(container "$1")" >/dev/null; noticed "$1" down; }
start_node() { docker start "$(container "$1")" >/dev/null; noticed "$1" up; }
pause_node() { docker pause "$(container "$1")" >/dev/null; }
resume_node() { docker unpause "$(container "$1")" >/dev/null; }
away=' '
disconnect_node() { docker network disconnect anti-entropy_lines "$(container "$1")"; away="$away$1 "; noticed "$1" down; }
connect_node() { docker network connect --ip "$2" anti-entropy_lines "$(container "$1")"; away=\${away/ $1 / }; noticed "$1" up; }

differ=0
# What was asked, what the model says, what came. A third argument of "unsure" only tells, and never fails.
row() {
  local sign=same
  [ "$2" = "$3" ] || { sign=differs; [ -n "$4" ] || differ=1; }
  [ "$sign" = differs ] && [ -n "$4" ] && sign='differs (not promised)'
  printf '%-28s %-16s %-16s %s\\n' "$1" "$2" "$3" "$sign"
}

echo "Starting ${nodes.length} nodes; this takes some minutes."
start_cluster || exit 1
printf '%-28s %-16s %-16s %s\\n' asked model came ''
${steps.map((step) => lineOf(step, nodes)).join('\n')}
[ $differ = 0 ] && echo 'All that the model promises came true.' || echo 'Some promised lines differ: tell us.'
exit $differ
`
}

function isStatement(step: Step): step is StatementStep {
  return step.do === 'statement' || step.do === 'command'
}

function lineOf(step: Step, nodes: readonly string[]): string {
  switch (step.do) {
    case 'statement':
    case 'command': {
      const { id, node, text, level = '', expected, unsure } = step
      const asked =
        step.do === 'statement'
          ? `$(ask ${word(node)} ${word(level)} ${word(text)})`
          : `$(tool ${word(node)} ${word(text)})`
      return `row ${word(id)} ${word(expected)} "${asked}" ${unsure === undefined ? "''" : 'unsure'}`
    }
    case 'wait':
      return `sleep ${step.seconds}`
    case 'connect':
      return `connect_node ${word(step.node)} ${addressOf(nodes.indexOf(step.node))}  # ${step.id}`
    default:
      return `${step.do}_node ${word(step.node)}  # ${step.id}`
  }
}

/** A word of Bash, whatever is in it. */
export function word(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function cassandraRunner(nodes: readonly string[]): string {
  return `start_cluster() { docker compose up -d --wait --wait-timeout 900 >/dev/null 2>&1; }

# ask NODE LEVEL CQL: "acknowledged", a value, "nothing", "refused" or "timed out"
ask() {
  local out
  out=$(docker exec "$(container "$1")" cqlsh --request-timeout=20 -e "CONSISTENCY $2; $3" 2>&1)
  case $out in
    *Unavailable*) echo refused ;;
    *imeout* | *OperationTimedOut*) echo 'timed out' ;;
    *rror*) echo "error: $(echo "$out" | tail -1)" ;;
    *'(0 rows)'*) echo nothing ;;
    *'(1 rows)'*) echo "$out" | awk '/^-+$/ { getline; sub(/^ +/, ""); sub(/ +$/, ""); print ($0 == "null" ? "nothing" : $0); exit }' ;;
    *) echo acknowledged ;;
  esac
}

tool() {
  if docker exec "$(container "$1")" nodetool $2 >/dev/null 2>&1; then echo acknowledged; else echo refused; fi
}

# Until every other node that runs says so.
noticed() {
  local address other state=$([ "$2" = up ] && echo UN || echo DN)
  case $1 in
${nodes.map((node, index) => `    ${node}) address=${addressOf(index)} ;;`).join('\n')}
  esac
  for other in ${nodes.join(' ')}; do
    [ "$other" = "$1" ] && continue
    for _ in $(seq 60); do
      docker exec "$(container "$other")" nodetool status 2>/dev/null | grep -q "^$state  *$address " && break
      sleep 1
    done
  done
}`
}

function mongodbRunner({ nodes, set }: Commands): string {
  const members = nodes.map(
    (_, index) =>
      `{ _id: ${index}, host: '${addressOf(index)}:27017', priority: ${set?.priorities[index] ?? 1} }`,
  )
  const first = set?.first ?? nodes[0]!
  const hosts = nodes.map((_, index) => `${addressOf(index)}:27017`).join(',')
  return `uri='mongodb://${hosts}/shop?replicaSet=rs&serverSelectionTimeoutMS=20000'
start_cluster() {
  docker compose up -d --wait --wait-timeout 300 >/dev/null 2>&1 || return 1
  docker exec "$(container ${first})" mongosh --quiet --eval "rs.initiate({ _id: 'rs', members: [${members.join(', ')}] })" >/dev/null
  # Until it's primary, and the others have copied what there is.
  for _ in $(seq 60); do
    [ "$(docker exec "$(container ${first})" mongosh --quiet --eval 'db.hello().isWritablePrimary && rs.status().members.every(({ state }) => state === 1 || state === 2)')" = true ] && return 0
    sleep 1
  done
  return 1
}

# The member whose shell is used: the one that's named, or another when its process doesn't run.
shell_of() {
  local member
  for member in "$1" ${nodes.join(' ')}; do
    case $(docker inspect -f '{{.State.Running}} {{.State.Paused}}' "$(container "$member")" 2>/dev/null) in
      false* | *' true') ;;
      *) echo "$member"; return ;;
    esac
  done
}

# ask MEMBER '' LINE: "acknowledged", a value, "nothing", "refused" or "timed out"
ask() {
  local out where member
  member=$(shell_of "$1")
  where=$uri
  case $away in *" $member "*) where='mongodb://localhost:27017/shop?directConnection=true' ;; esac
  out=$(docker exec "$(container "$member")" mongosh "$where" --quiet --json=relaxed --eval "try { const r = $3; print(Array.isArray(r) ? (r.length === 0 || r[0].value === undefined ? 'nothing' : String(r[0].value)) : 'acknowledged') } catch (e) { print(/imeout|timed out|time limit|selection/i.test(String(e)) ? 'timed out' : 'refused') }" 2>&1)
  echo "$out" | tail -1
}

tool() { echo refused; }

# A set finds out by itself: an election takes some 12 seconds.
noticed() { sleep 15; }`
}

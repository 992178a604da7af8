#!/usr/bin/env bash
# Starts a real SLURM of one node on the loopback, without systemd or cgroups, runs COMMAND with it, and ends it by its pids.
#   one-node-slurm.sh DIR COMMAND [ARGUMENT...]
# Everything that SLURM writes is under DIR. Wants root and Debian's slurmctld slurmd slurm-client munge (installed where they are missing).
# SLURM_CONF is set for COMMAND, so that sbatch, squeue, scontrol work in it. A task that ends with 137 (killed) is requeued; a batch script has to
# stay the parent of what may be killed and end with `exit $?`. There is no sacct: DIR/log/jobcomp has a line for each job that ended.
set -euo pipefail
w=$(mkdir -p "$1" && cd "$1" && pwd); shift
command -v slurmctld slurmd munged sbatch >/dev/null || {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurmctld slurmd slurm-client munge >/dev/null
}
host=$(uname -n | cut -d. -f1)
for n in "$(uname -n)" "$host"; do # the daemons listen where the name leads to: the loopback, and nowhere else
  getent ahostsv4 "$n" | grep -q '^127\.' || echo "127.0.0.1 $n" >>/etc/hosts
done
addr=$(getent ahostsv4 "$host" | awk 'NR == 1 { print $1 }')
export SLURM_CONF=$w/slurm.conf
mkdir -p "$w"/{ctld,slurmd,log}
chmod 755 "$w"
pids=()
stop() {
  local i
  scancel -u root 2>/dev/null || true
  for _ in {1..100}; do [ -z "$(squeue -h 2>/dev/null)" ] && break; sleep 0.1; done
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill "${pids[i]}" 2>/dev/null || true
    wait "${pids[i]}" 2>/dev/null || true
  done
}
trap stop EXIT
(umask 077; head -c 128 /dev/urandom >"$w/munge.key")
cat >"$SLURM_CONF" <<CONF
ClusterName=one
SlurmctldHost=$host($addr)
SlurmctldPort=16817
SlurmdPort=16818
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$w/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$w/ctld
SlurmdSpoolDir=$w/slurmd
SlurmctldPidFile=$w/ctld.pid
SlurmdPidFile=$w/slurmd.pid
SlurmctldLogFile=$w/log/ctld
SlurmdLogFile=$w/log/slurmd
MailProg=/bin/true
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$w/log/jobcomp
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
JobRequeue=1
RequeueExit=137
NodeName=$host NodeAddr=$addr CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=60 State=UP
CONF
munged -F --key-file="$w/munge.key" --socket="$w/munge.socket" --pid-file="$w/munged.pid" --seed-file="$w/munged.seed" --log-file="$w/log/munged" 2>"$w/log/munged.err" & pids+=($!)
for _ in {1..100}; do [ -S "$w/munge.socket" ] && break; sleep 0.1; done
[ -S "$w/munge.socket" ] || { cat "$w/log/munged.err" >&2; exit 1; }
slurmctld -D 2>"$w/log/ctld.err" & pids+=($!)
slurmd -D 2>"$w/log/slurmd.err" & pids+=($!)
for _ in {1..300}; do [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && break; sleep 0.1; done
[ "$(sinfo -h -o %T)" = idle ] || { echo "SLURM did not start; see $w/log" >&2; exit 1; }
"$@"

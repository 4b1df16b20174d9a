namespace CtmsAnalytics.Cli.Simulations.Jobs;

/// <summary>
/// A script for Slurm: an array with one task for each shard, and a job that merges them when all are there. Run by hand it submits both; Slurm runs it again as each task.
/// </summary>
/// <param name="Shards">Number of shards, one task each.</param>
/// <param name="Program">The program and its first arguments, as this process was started.</param>
/// <param name="Folder">Folder in which the tasks run.</param>
public sealed record SlurmJob(int Shards, IReadOnlyList<string> Program, string Folder) : JobOptions(Shards)
{
    /// <summary>How often a task whose process is killed is put back into the queue.</summary>
    private const int MostRestarts = 3;

    /// <inheritdoc/>
    public override string Write(string runId, SimulateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string Full(string path) => Path.GetFullPath(path, Folder);
        var task = Arguments(runId, options, Full);
        return $$"""
            #!/usr/bin/env bash
            #SBATCH --job-name=ctms-{{runId}}
            #SBATCH --array=1-{{Number(Shards)}}
            #SBATCH --ntasks=1
            #SBATCH --cpus-per-task=1
            #SBATCH --requeue
            #SBATCH --open-mode=append
            # Submits run {{runId}} in {{Number(Shards)}} shards and the job that merges them:  bash THIS_FILE
            # A task continues from its checkpoint, and leaves a shard alone that is complete, so any of it can be submitted again.
            set -euo pipefail
            ctms=({{Words(Program)}})
            task=({{Words(task)}} --threads "${SLURM_CPUS_PER_TASK:-1}")
            merge=(merge {{ShellQuote.Of(Full(options.Out!))}} --workspace {{ShellQuote.Of(Full(options.Workspace))}})

            if [ -z "${SLURM_JOB_ID:-}" ]; then
              array=$(sbatch --parsable "$@" -- "$0")
              merging=$(sbatch --parsable "$@" --array=0 --job-name=ctms-{{runId}}-merge --dependency="afterok:${array%%;*}" -- "$0" merge)
              echo "shards: job ${array%%;*}; merge: job ${merging%%;*}"
              exit
            fi

            cd -- {{ShellQuote.Of(Folder)}}
            if [ "${1:-}" = merge ]; then
              exec "${ctms[@]}" "${merge[@]}"
            fi

            status=0
            "${ctms[@]}" "${task[@]}" --shard "$SLURM_ARRAY_TASK_ID/{{Number(Shards)}}" || status=$?
            # A process that was killed, for example for its memory, says nothing about the shard: back into the queue.
            if [ "$status" -eq 137 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt {{Number(MostRestarts)}} ]; then
              scontrol requeue "$SLURM_JOB_ID"
              sleep 60
            fi
            exit "$status"

            """.ReplaceLineEndings("\n");
    }

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(ShellQuote.Of));
}

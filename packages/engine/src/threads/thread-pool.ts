/** Threads that each do one task at a time, the tasks in the order given; worker threads of Node or workers of a browser. */
export interface ThreadPool<Task, Result> {
  /** Rejects with what the task throws. */
  run(task: Task, options: { readonly signal?: AbortSignal }): Promise<Result>;
}

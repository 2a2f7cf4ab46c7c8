package huibao.pipeline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch's memory of runs, in a SQLite file of its own. */
final class BatchRepository implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JobRepository repository;

    private BatchRepository(HikariDataSource dataSource, JobRepository repository) {
        this.dataSource = dataSource;
        this.repository = repository;
    }

    static BatchRepository open(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=10000"
                + "&transaction_mode=IMMEDIATE&foreign_keys=true");
        config.setMaximumPoolSize(2);
        config.setPoolName("batch");
        HikariDataSource dataSource = new HikariDataSource();
        config.copyStateTo(dataSource);
        try {
            Integer tables = new JdbcTemplate(dataSource)
                    .queryForObject(
                            "SELECT count(*) FROM sqlite_master WHERE name = 'BATCH_STEP_EXECUTION_CONTEXT'",
                            Integer.class);
            if (tables == null || tables == 0) {
                new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-sqlite.sql"))
                        .execute(dataSource);
            }
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(dataSource);
            factory.setTransactionManager(new JdbcTransactionManager(dataSource));
            factory.setDatabaseType("SQLITE");
            factory.afterPropertiesSet();
            return new BatchRepository(dataSource, factory.getObject());
        } catch (Exception e) {
            dataSource.close();
            throw new RunFailedException(
                    "cannot open " + file + ": " + Obstruction.of(e)
                            + "; if it is damaged, move it away: only restarts need it",
                    e);
        }
    }

    JobRepository repository() {
        return repository;
    }

    /** The last run, if it did not come to its end. */
    Optional<JobExecution> unfinished() {
        JobInstance instance = repository.getLastJobInstance(ReportingJob.NAME);
        JobExecution execution = instance == null ? null : repository.getLastJobExecution(instance);
        return Optional.ofNullable(execution)
                .filter(last -> last.getStatus() != BatchStatus.COMPLETED && last.getStatus() != BatchStatus.ABANDONED);
    }

    /** The parameters under which no run has been started yet. */
    RunParameters unused(RunParameters wanted) {
        int sequence = 1;
        while (repository.getJobInstance(
                        ReportingJob.NAME, wanted.withSequence(sequence).toJobParameters())
                != null) {
            sequence++;
        }
        return wanted.withSequence(sequence);
    }

    JobExecution start(Job job, RunParameters parameters) throws Exception {
        return operator(job).start(job, parameters.toJobParameters());
    }

    /** Continues an unfinished run; the caller holds the lock, so the run is dead and not merely slow. */
    JobExecution restart(Job job, JobExecution unfinished) throws Exception {
        TaskExecutorJobOperator operator = operator(job);
        JobExecution dead = unfinished.isRunning() ? operator.recover(unfinished) : unfinished;
        return operator.restart(dead);
    }

    private TaskExecutorJobOperator operator(Job job) throws Exception {
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(registry);
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        return operator;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

package huibao.pipeline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import huibao.message.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch's memory of runs, in a SQLite file of its own. */
public final class BatchRepository implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRepository.class);

    private static final String COUNT_TABLES =
            "SELECT count(*) FROM sqlite_master WHERE name LIKE 'BATCH_%' AND type = 'table'";

    private static final String BEGUN = "begun";

    /** How many tables Spring Batch's schema has. */
    private static final int TABLES = 9;

    /** SQLite's codes of a file that is damaged, or no database at all. */
    private static final Set<Integer> DAMAGED = Set.of(11, 26);

    private final HikariDataSource dataSource;
    private final JobRepository repository;

    private BatchRepository(HikariDataSource dataSource, JobRepository repository) {
        this.dataSource = dataSource;
        this.repository = repository;
    }

    /** Opens it; one that is damaged or half made is made anew, for only restarts need it, and the log of runs helps them. */
    static BatchRepository open(Path file) {
        try {
            if (!isSound(file)) {
                LOG.warn("{} was damaged and is made anew; the log of runs says what is unfinished", file);
                for (String part : List.of("", "-wal", "-shm", "-journal")) {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
                }
            }
        } catch (SQLException | IOException e) {
            throw cannotUse(file, e);
        }
        HikariDataSource dataSource = new HikariDataSource();
        settings(file).copyStateTo(dataSource);
        try {
            if (tables(dataSource) == 0) {
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
            throw cannotUse(file, e);
        }
    }

    /** Whether the file is a database with all tables or none; one that is not there is. */
    public static boolean isSound(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return true;
        }
        // Whoever may only read it leaves nothing beside it.
        String url = Files.isWritable(file)
                ? url(file)
                : "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    return false;
                }
            }
            try (ResultSet count = statement.executeQuery(COUNT_TABLES)) {
                return count.next() && (count.getInt(1) == 0 || count.getInt(1) == TABLES);
            }
        } catch (SQLException e) {
            if (DAMAGED.contains(e.getErrorCode() & 0xFF)) {
                return false;
            }
            throw e;
        }
    }

    private static int tables(HikariDataSource dataSource) {
        Integer tables = new JdbcTemplate(dataSource).queryForObject(COUNT_TABLES, Integer.class);
        return tables == null ? 0 : tables;
    }

    private static HikariConfig settings(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(file));
        config.setMaximumPoolSize(2);
        config.setPoolName("batch");
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=10000"
                + "&transaction_mode=IMMEDIATE&foreign_keys=true";
    }

    /** What stands in the way of using the file, from SQLite's code where it gave one. */
    static RunFailedException cannotUse(Path file, Throwable failure) {
        int code = 0;
        Object reason = FailureReason.of(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                code = sql.getErrorCode() & 0xFF;
                reason = String.valueOf(sql.getMessage());
            }
        }
        Trouble trouble = switch (code) {
            case 5, 6 -> Trouble.of("batch.locked", "file", file);
            case 13 -> Trouble.of("batch.full", "file", file);
            default -> Trouble.of("batch.unusable", "file", file, "reason", reason);
        };
        return new RunFailedException(trouble, failure);
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
        while (instance(wanted.withSequence(sequence))
                .filter(instance -> !isBarren(instance))
                .isPresent()) {
            sequence++;
        }
        return wanted.withSequence(sequence);
    }

    private Optional<JobInstance> instance(RunParameters parameters) {
        return Optional.ofNullable(repository.getJobInstance(ReportingJob.NAME, parameters.toJobParameters()));
    }

    /** Spring Batch notes a run in two transactions; what dies or is refused between them was never begun. */
    private boolean isBarren(JobInstance instance) {
        return repository.getJobExecutions(instance).isEmpty();
    }

    JobExecution start(Job job, RunParameters parameters) throws Exception {
        instance(parameters).filter(this::isBarren).ifPresent(repository::deleteJobInstance);
        return operator(job)
                .start(
                        job,
                        new JobParametersBuilder(parameters.toJobParameters())
                                .addString(BEGUN, Instant.now().toString(), false)
                                .toJobParameters());
    }

    /** When, by the clock, an unfinished run was begun first; empty if that was not kept. */
    static Optional<Instant> begun(JobExecution unfinished) {
        return Optional.ofNullable(unfinished.getJobParameters().getString(BEGUN))
                .map(Instant::parse);
    }

    /** Continues an unfinished run; the caller holds the lock, so the run is dead and not merely slow. */
    JobExecution restart(Job job, JobExecution unfinished) throws Exception {
        TaskExecutorJobOperator operator = operator(job);
        settle(unfinished);
        return operator.restart(unfinished);
    }

    /**
     * Notes as failed what died, or what could not be noted when it failed: Spring Batch goes on with nothing that it
     * takes for running or of which it does not know the end. Every step of ours may be done again.
     */
    private void settle(JobExecution dead) {
        for (StepExecution step : dead.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                repository.update(step);
            }
        }
        if (isOpen(dead.getStatus())) {
            dead.setStatus(BatchStatus.FAILED);
            dead.setExitStatus(ExitStatus.FAILED);
            dead.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            repository.update(dead);
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
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

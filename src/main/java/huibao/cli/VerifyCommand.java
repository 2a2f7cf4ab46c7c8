package huibao.cli;

import huibao.catalogue.Catalogue;
import huibao.json.Json;
import huibao.json.Members;
import huibao.message.Lines;
import huibao.message.Messages;
import huibao.recovery.Verification;
import huibao.recovery.Verification.Fault;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether everything kept and published is as it was written; what is not, and what to do. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {

    private static final Members MEMBERS = new Members().of(Fault.class, "kind where found harmless=kind.is_harmless");

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Messages messages = options.messages(catalogue);
        PrintStream out = JobOptions.out();
        List<Fault> faults = new Verification(catalogue, options.keptFolders(catalogue), messages).verify();
        if (json) {
            out.print(Json.write(faults, MEMBERS));
        } else if (faults.isEmpty()) {
            out.println(messages.text("verify.well"));
        }
        for (Fault fault : json ? List.<Fault>of() : faults) {
            Map<String, String> parameters =
                    Map.of("where", Lines.oneLine(fault.where()), "found", Lines.oneLine(fault.found()));
            out.println(messages.text("verify." + fault.kind(), parameters));
            out.println("    → " + messages.text("verify." + fault.kind() + ".remedy", parameters));
        }
        return faults.stream().allMatch(fault -> fault.kind().isHarmless()) ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}

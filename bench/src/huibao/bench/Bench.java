package huibao.bench;
import java.nio.file.*;
import java.util.*;
final class Bench {
  public static void main(String[] a) throws Exception {
    Path home = Path.of(a[0]).getParent();
    int n = Integer.parseInt(a[1]); Path to = Path.of(a[2]).toAbsolutePath();
    Folders.empty(to);
    Program p = new Program(to);
    Huibao h = new Huibao(home, p);
    h.build();
    ShippedForms f = new ShippedForms(h, ShippedJob.read(home.resolve("jobs/ningbo-2023")), to.resolve("base"));
    Month m = Month.of("2023-03");
    long t = System.nanoTime();
    City c = new City(h, f, n, to, List.of(m));
    System.out.println((System.nanoTime()-t)/1e9); t = System.nanoTime();
    Forms forms = c.write(m, to.resolve("forms"));
    System.out.println((System.nanoTime()-t)/1e9);
    Sqlite s = new Sqlite(p);
    Night night = new Night(s);
    System.out.println(night.first(h, c.site(m,"night"), m, forms));
    Floor fl = new Floor(s, to.resolve("rows"));
    fl.take(c.site(m,"night").database());
    System.out.println(fl.measure(forms.folder()));
  }
}

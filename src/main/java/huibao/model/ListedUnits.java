package huibao.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Units' parts of a bulletin that lie in memory, all of them: for few units. */
public record ListedUnits(List<UnitBulletin> parts) implements BulletinUnits {

    public ListedUnits {
        parts = List.copyOf(parts);
    }

    @Override
    public void forEach(Consumer<UnitBulletin> taker) {
        parts.forEach(taker);
    }

    @Override
    public Optional<UnitBulletin> find(UnitCode unit) {
        return parts.stream().filter(part -> part.unit().equals(unit)).findFirst();
    }
}

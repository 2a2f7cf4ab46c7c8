package huibao.binary;

import huibao.binary.RecordCodec.Input;
import huibao.binary.RecordCodec.Output;
import huibao.binary.RecordCodec.Shape;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record: its components in their order. */
final class RecordShape implements Shape {

    private final MethodHandle[] accessors;
    private final Shape[] shapes;
    private final MethodHandle constructor;

    RecordShape(Class<?> type, Shapes known) {
        RecordComponent[] components = type.getRecordComponents();
        accessors = new MethodHandle[components.length];
        shapes = new Shape[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                shapes[i] = known.of(components[i].getGenericType());
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no codec for " + type.getName() + ": it is not public", e);
        }
    }

    @Override
    public void write(Output out, Object value) throws IOException {
        for (int i = 0; i < shapes.length; i++) {
            shapes[i].write(out, invoked(accessors[i], value));
        }
    }

    @Override
    public Object read(Input in) throws IOException {
        Object[] values = new Object[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            values[i] = shapes[i].read(in);
        }
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object invoked(MethodHandle accessor, Object record) {
        try {
            return accessor.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

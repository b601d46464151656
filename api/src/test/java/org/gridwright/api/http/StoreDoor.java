package org.gridwright.api.http;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Consumer;
import org.gridwright.data.store.Store;

/** A door before each call of a real store, where a test lets something happen first. */
final class StoreDoor {

  private static final Set<String> ALWAYS_OPEN =
      Set.of("description", "file", "close", "condition");

  private StoreDoor() {}

  /**
   * The store behind a door.
   *
   * @param door is told each call, such as {@code drafts.list}, before it is made; what it throws
   *     the call throws
   */
  static Store before(Store store, Consumer<String> door) {
    return pass(Store.class, store, "", door);
  }

  private static <T> T pass(Class<T> type, T target, String part, Consumer<String> door) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          boolean opensPart = isPart(method);
          if (!opensPart && !ALWAYS_OPEN.contains(method.getName())) {
            door.accept(part + method.getName());
          }
          Object answer = call(target, method, arguments);
          return opensPart
              ? passAny(method.getReturnType(), answer, part + method.getName() + ".", door)
              : answer;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static <T> T passAny(Class<T> type, Object target, String part, Consumer<String> door) {
    return pass(type, type.cast(target), part, door);
  }

  private static boolean isPart(Method method) {
    Class<?> given = method.getReturnType();
    return method.getParameterCount() == 0
        && given.isInterface()
        && given.getPackageName().startsWith("org.gridwright.");
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}

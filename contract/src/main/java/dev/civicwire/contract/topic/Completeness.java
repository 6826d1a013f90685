package dev.civicwire.contract.topic;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/// Finds what a decoded record lacks. JSON without a field leaves a null in a component that
/// promises a value, and it is better to refuse the record here than to fail on it anywhere else.
final class Completeness {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private Completeness() {}

  /// The path of the first component without a value.
  static Optional<String> missing(Record record) {
    for (RecordComponent component : COMPONENTS.get(record.getClass())) {
      Object value = value(component, record);
      if (value == null) {
        return Optional.of(component.getName());
      }
      Optional<String> below = below(value);
      if (below.isPresent()) {
        return below.map(path -> component.getName() + "." + path);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> below(Object value) {
    return switch (value) {
      case Record record -> missing(record);
      case Optional<?> optional -> optional.flatMap(Completeness::below);
      case List<?> list ->
          list.stream().map(Completeness::below).flatMap(Optional::stream).findFirst();
      default -> Optional.empty();
    };
  }

  private static @org.jspecify.annotations.Nullable Object value(
      RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessor cannot fail", e);
    }
  }
}

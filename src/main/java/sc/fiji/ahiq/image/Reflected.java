/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/** Calls of methods of ImageJ2, whose classes come with Fiji, not from Maven Central. */
final class Reflected {

    private Reflected() {}

    /** What a method without parameters returns; empty for null, or if there is none. */
    static Optional<Object> call(Object target, String method) {
        try {
            return invoke(target, target.getClass().getMethod(method));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** What a method with one parameter returns; empty for null, or if there is none. */
    static Optional<Object> call(Object target, String method, Class<?> type, Object argument) {
        try {
            return invoke(target, target.getClass().getMethod(method, type), argument);
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> invoke(Object target, Method method, Object... arguments) {
        try {
            return Optional.ofNullable(method.invoke(target, arguments));
        } catch (IllegalAccessException e) {
            return Optional.empty(); // a class that nobody else may see tells nothing
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " of " + target.getClass() + " failed", e.getCause());
        }
    }
}

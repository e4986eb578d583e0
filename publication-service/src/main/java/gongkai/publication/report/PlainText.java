package gongkai.publication.report;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Words, spaces, tabs and new lines. Control characters and halves of surrogate pairs can be written in JSON, but neither
 * stored nor printed.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Retention(RUNTIME)
@Target({FIELD, PARAMETER})
public @interface PlainText {

    String message() default "{gongkai.PlainText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<PlainText, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(Check::isPlain);
        }

        private static boolean isPlain(int character) {
            return switch (character) {
                case '\t', '\n', '\r' -> true;
                default -> {
                    int type = Character.getType(character);
                    yield type != Character.CONTROL && type != Character.SURROGATE;
                }
            };
        }
    }
}
